package org.pris.bench.fault.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.pris.local.Stack;

/** Waits, not for ever, until nothing is under way any more, and says what still is. */
public final class Quiescence {

  /** How long nothing may have moved. */
  private static final Duration STILL = Duration.ofSeconds(3);

  private final Stack stack;

  private final Databases databases;

  private final BrokerReader broker;

  private final Consumer<String> console;

  public Quiescence(
      Stack stack, Databases databases, BrokerReader broker, Consumer<String> console) {
    this.stack = stack;
    this.databases = databases;
    this.broker = broker;
    this.console = console;
  }

  /** True when all has come to rest; false when the patience ended before. */
  public boolean await(Duration patience) throws InterruptedException {
    var deadline = Instant.now().plus(patience);
    var said = Instant.now();
    var stillSince = Instant.MAX;
    Map<?, ?> ends = Map.of();
    while (Instant.now().isBefore(deadline)) {
      var now = broker.ends();
      var under = underWay(now);
      if (!under.isEmpty() || !now.equals(ends)) {
        stillSince = Instant.MAX;
      } else if (stillSince.equals(Instant.MAX)) {
        stillSince = Instant.now();
      } else if (stillSince.plus(STILL).isBefore(Instant.now())) {
        return true;
      }
      ends = now;
      if (said.plusSeconds(20).isBefore(Instant.now())) {
        console.accept("Still under way: " + under);
        said = Instant.now();
      }
      Thread.sleep(500);
    }
    console.accept("It did not come to rest: " + underWay(broker.ends()));
    return false;
  }

  private Map<String, Object> underWay(Map<org.apache.kafka.common.TopicPartition, Long> ends) {
    Map<String, Object> under = new TreeMap<>();
    stack.names().stream()
        .filter(it -> !stack.isReady(it))
        .forEach(it -> under.put(it, "not ready"));
    broker.lag(ends).forEach((group, lag) -> under.put("to be read by " + group, lag));
    databases.pending().forEach((where, count) -> put(under, "to be published of " + where, count));
    put(under, "declarations without a case", databases.unheard());
    put(under, "merges", databases.merging());
    put(under, "chains without an anchor", databases.unanchored());
    put(under, "deliveries", databases.undelivered());
    return under;
  }

  private static void put(Map<String, Object> under, String what, long count) {
    if (count > 0) {
      under.put(what, count);
    }
  }
}
