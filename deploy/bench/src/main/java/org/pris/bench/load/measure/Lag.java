package org.pris.bench.load.measure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;

/** How many events a service has still to hear, by what it has committed. */
public final class Lag implements AutoCloseable {

  private static final List<String> LISTENING =
      List.of("intake", "triage", "remediation", "timeline", "notification");

  private final Admin admin;

  public Lag(String kafka) {
    admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka));
  }

  long of(String service) {
    try {
      var committed = admin.listConsumerGroupOffsets(service).partitionsToOffsetAndMetadata().get();
      var ends =
          admin
              .listOffsets(
                  committed.keySet().stream()
                      .collect(Collectors.toMap(it -> it, _ -> OffsetSpec.latest())))
              .all()
              .get();
      return committed.entrySet().stream()
          .filter(it -> it.getValue() != null)
          .mapToLong(
              it -> Objects.requireNonNull(ends.get(it.getKey())).offset() - it.getValue().offset())
          .sum();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker does not say", e);
    }
  }

  /** Returns when all services have heard all; who copies the access alone is not asked. */
  public void empty(Duration atMost) throws InterruptedException {
    for (var service : LISTENING) {
      emptyAt(service, atMost);
    }
  }

  /** {@link System#nanoTime} when a service had heard all. */
  public long emptyAt(String service, Duration atMost) throws InterruptedException {
    var until = System.nanoTime() + atMost.toNanos();
    while (of(service) > 0) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException(service + " does not come to the end of its events");
      }
      Thread.sleep(Duration.ofMillis(100));
    }
    return System.nanoTime();
  }

  @Override
  public void close() {
    admin.close();
  }
}
