package org.pris.bench.fault.chaos;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.pris.bench.fault.act.Load;
import org.pris.bench.fault.observation.AcceptedWrites;

/** Kafka and Keycloak away at the same time, MongoDB within it: all three are missing a while. */
public record Outages(FaultOptions options, Chaos chaos) {

  public void run(Load load, AcceptedWrites ledger) throws InterruptedException {
    var length = Duration.ofMillis(Math.round(options.outageMinutes() * 60_000));
    Thread.sleep(10_000);
    var before = load.declared();
    var all =
        List.of(
            away("kafka", length, Duration.ZERO),
            away("keycloak", length, Duration.ZERO),
            away("mongodb", length.dividedBy(10), length.dividedBy(2)));
    Thread.sleep(length.toMillis() - 1_000);
    for (var i = before; i < load.declared(); i++) {
      ledger.count("declared while Kafka and Keycloak were away");
    }
    all.forEach(CompletableFuture::join);
  }

  private CompletableFuture<Void> away(String name, Duration length, Duration later) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            Thread.sleep(later.toMillis());
            chaos.outage(name, length);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        },
        Thread::startVirtualThread);
  }
}
