package org.pris.bench.fault.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.pris.local.Stack;

/** One process, as it is killed and stopped: each returns when the runner has done its part. */
final class Victim {

  private static final Duration LONGEST_START = Duration.ofMinutes(4);

  private final String name;

  private final Stack stack;

  private final BooleanSupplier stop;

  private final Consumer<String> console;

  /**
   * @param stop when nobody waits for it any more
   */
  Victim(String name, Stack stack, BooleanSupplier stop, Consumer<String> console) {
    this.name = name;
    this.stack = stack;
    this.stop = stop;
    this.console = console;
  }

  /** When; returns once it has been started again. */
  Instant kill() throws InterruptedException {
    awaitAlive();
    var at = Instant.now();
    var before = stack.restarts(name);
    stack.kill(name);
    while (stack.restarts(name) == before && !stop.getAsBoolean()) {
      Thread.sleep(50);
    }
    return at;
  }

  /** Whether it lived through it. */
  boolean pause(int seconds) throws InterruptedException {
    awaitAlive();
    var pid = stack.pid(name);
    stack.pause(name);
    Thread.sleep(seconds * 1000L);
    stack.resume(name);
    awaitReady();
    return stack.pid(name) == pid;
  }

  /** Killed, and not started again for so long. */
  void keepAway(Duration time) throws InterruptedException {
    stack.hold(name);
    Thread.sleep(time.toMillis());
    stack.release(name);
  }

  /** What has ended by itself and not been started again yet is not there to be killed. */
  private void awaitAlive() throws InterruptedException {
    while (!isAlive() && !stop.getAsBoolean()) {
      Thread.sleep(50);
    }
  }

  private boolean isAlive() {
    return ProcessHandle.of(stack.pid(name)).map(ProcessHandle::isAlive).orElse(false);
  }

  /** False where it did not become so. */
  boolean awaitReady() throws InterruptedException {
    var deadline = Instant.now().plus(LONGEST_START);
    while (!stack.isReady(name)) {
      if (Instant.now().isAfter(deadline)) {
        console.accept(name + " is not ready " + LONGEST_START.toSeconds() + " s after a fault");
        return false;
      }
      Thread.sleep(200);
    }
    return true;
  }
}
