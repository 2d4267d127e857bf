package org.pris.bench.load;

import java.time.Duration;
import java.util.LinkedHashMap;
import org.pris.bench.load.measure.Lag;
import org.pris.bench.load.measure.Limits;
import org.pris.bench.load.measure.Processes;
import org.pris.bench.load.measure.Samples;
import org.pris.local.Stack;

/**
 * The system that is measured, and how long.
 *
 * @param readyAfter what its start took
 * @param processes its own, and this one: what sends the load shares the machine
 */
record Installation(Stack stack, Api api, Plan plan, Processes processes, Duration readyAfter) {

  private static final double WARM = 40;

  /** Declarations a second that leave the compilers some of the machine. */
  private static final double GENTLE = 30;

  /** Of one core's time: with less the compilers hold up nothing. */
  private static final double QUIET = 0.15;

  /** What sends the load. */
  static final String BENCH = "the bench itself";

  static Installation of(Stack stack, Plan plan, Duration readyAfter) {
    var pids = new LinkedHashMap<String, Long>();
    stack.names().forEach(it -> pids.put(it, stack.pid(it)));
    pids.put(BENCH, ProcessHandle.current().pid());
    return new Installation(stack, new Api(stack.urls()), plan, new Processes(pids), readyAfter);
  }

  /**
   * Declares ever more, as its JVMs come to it, goes on until they have compiled nearly all that is
   * hot, and lets all that follows from it come to rest.
   */
  void warm() throws InterruptedException {
    Load.warm(WARM, plan.cold(), () -> Declaring.once(api, new Samples(), _ -> {}));
    rest();
    var share = 1.0;
    var most = plan.cold().multipliedBy(2).dividedBy(plan.warm());
    for (var round = 0; share > QUIET && round < most; round++) {
      var before = processes.compiling();
      Load.send(GENTLE, plan.warm(), () -> Declaring.once(api, new Samples(), _ -> {}));
      share = (processes.compiling() - before) / plan.warm().toSeconds();
      System.err.printf("Warming: the compilers take %.0f %% of a core%n", 100 * share);
    }
    rest();
  }

  /** Until nothing is left to be heard: who works off a backlog is slow at what comes. */
  void rest() throws InterruptedException {
    try (var lag = new Lag(stack.kafka())) {
      lag.empty(Duration.ofMinutes(4));
    }
  }

  /** Once nothing of what was measured is under way any more. */
  Limits limits() throws InterruptedException {
    rest();
    return new Limits(stack, plan.measured().dividedBy(4));
  }
}
