package org.pris.bench.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.pris.local.Stack;

/** Kills and stops every process, each on a thread and with a random sequence of its own. */
final class Chaos {

  private static final Duration LONGEST_START = Duration.ofMinutes(4);

  private final FaultOptions options;

  private final Stack stack;

  private final Consumer<String> console;

  private final Semaphore away;

  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();

  private final AtomicBoolean stop = new AtomicBoolean();

  private final List<Thread> threads = new ArrayList<>();

  private final Map<String, Integer> restartsBefore = new TreeMap<>();

  Chaos(FaultOptions options, Stack stack, Consumer<String> console) {
    this.options = options;
    this.stack = stack;
    this.console = console;
    away = new Semaphore(options.atOnce(), true);
  }

  void start() {
    for (var name : names()) {
      restartsBefore.put(name, stack.restarts(name));
      var random = new Random(options.seed() * 1_000_003 + name.hashCode());
      threads.add(Thread.ofVirtual().name("faults-" + name).start(() -> disturb(name, random)));
    }
  }

  List<String> names() {
    return stack.names().stream()
        .filter(it -> options.only() == null || it.equals(options.only()))
        .toList();
  }

  /** Until each has had its number, and then no more. */
  void await() throws InterruptedException {
    for (var it : threads) {
      it.join();
    }
  }

  void stop() {
    stop.set(true);
  }

  private void disturb(String name, Random random) {
    try {
      var pauses = 0;
      while (!stop.get() && (kills(name) < options.kills() || pauses < options.pauses())) {
        Thread.sleep(Math.round(options.every() * 1000 * (0.3 + 1.4 * random.nextDouble())));
        var left = options.kills() - kills(name) + options.pauses() - pauses;
        var pause =
            pauses < options.pauses()
                && random.nextInt(Math.max(1, left)) < options.pauses() - pauses;
        pauses += pause ? 1 : 0;
        away.acquire();
        try {
          fault(name, pause ? Fault.Kind.PAUSE : Fault.Kind.KILL, random);
        } finally {
          away.release();
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void fault(String name, Fault.Kind kind, Random random) throws InterruptedException {
    var at = Instant.now();
    if (kind == Fault.Kind.PAUSE) {
      stack.pause(name);
      Thread.sleep(options.pauseSeconds() * 1000L);
      stack.resume(name);
    } else {
      var before = stack.restarts(name);
      stack.kill(name);
      while (stack.restarts(name) == before && !stop.get()) {
        Thread.sleep(50);
      }
      if (random.nextInt(8) == 0) { // now and then again, while it starts
        Thread.sleep(random.nextInt(3_000));
        stack.kill(name);
      }
    }
    awaitReady(name);
    faults.add(new Fault(at, name, kind, seconds(at)));
  }

  /** Killed and kept away; the others go on meanwhile. */
  void outage(String name, Duration time) throws InterruptedException {
    console.accept("%s is away for %d s".formatted(name, time.toSeconds()));
    var at = Instant.now();
    stack.hold(name);
    Thread.sleep(time.toMillis());
    stack.release(name);
    awaitReady(name);
    faults.add(new Fault(at, name, Fault.Kind.AWAY, seconds(at)));
    console.accept("%s is back".formatted(name));
  }

  private void awaitReady(String name) throws InterruptedException {
    var deadline = Instant.now().plus(LONGEST_START);
    while (!stack.isReady(name)) {
      if (Instant.now().isAfter(deadline)) {
        console.accept(name + " is not ready " + LONGEST_START.toSeconds() + " s after a fault");
        return;
      }
      Thread.sleep(200);
    }
  }

  private static double seconds(Instant since) {
    return Duration.between(since, Instant.now()).toMillis() / 1000.0;
  }

  /** As the runner counts them: starts after the first. */
  int kills(String name) {
    return stack.restarts(name) - restartsBefore.getOrDefault(name, 0);
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }
}
