package org.pris.bench.load;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.Supplier;
import org.pris.local.Stack;

/**
 * The system that is measured, and how long.
 *
 * @param readyAfter what its start took
 * @param processes its own, and this one: what sends the load shares the machine
 */
record Installation(Stack stack, Api api, Plan plan, Processes processes, Duration readyAfter) {

  /** What sends the load. */
  static final String BENCH = "the bench itself";

  static Installation of(Stack stack, Plan plan, Duration readyAfter) {
    var pids = new LinkedHashMap<String, Long>();
    stack.names().forEach(it -> pids.put(it, stack.pid(it)));
    pids.put(BENCH, ProcessHandle.current().pid());
    return new Installation(stack, new Api(stack.urls()), plan, new Processes(pids), readyAfter);
  }

  /** Sends ever more, up to the rate, and lets all that follows from it come to rest. */
  void warm(double perSecond, Supplier<ChainBuilder> once) throws InterruptedException {
    Load.warm(perSecond, plan.warm(), once);
    rest();
  }

  /** Until nothing is left to be heard: who works off a backlog is slow at what comes. */
  void rest() throws InterruptedException {
    try (var lag = new Lag(stack.kafka())) {
      lag.empty(Duration.ofMinutes(4));
    }
  }

  Limits limits() {
    return new Limits(stack, plan.measured().dividedBy(4));
  }
}
