package org.pris.platform.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pris.platform.StackTraceRedactor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Ends a process that no longer hears Kafka, so that it is started again: its liveness goes DOWN,
 * for an orchestrator that asks, and it exits, for one that only sees processes.
 *
 * <p>It has a thread of its own, which no listener and no sweep can hold up. It decides by two
 * looks in a row: after a machine slept, readers get the time to poll.
 */
final class ListenerWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ListenerWatch.class);

  private final Supplier<List<String>> deaf;
  private final ApplicationContext service;
  private final Duration every;
  private final Runnable exit;
  private volatile @Nullable Thread thread;

  /**
   * @param deaf names of what does not listen
   */
  ListenerWatch(
      Supplier<List<String>> deaf, ApplicationContext service, Duration every, Runnable exit) {
    this.deaf = deaf;
    this.service = service;
    this.every = every;
    this.exit = exit;
  }

  @Override
  public void start() {
    var watch = Thread.ofPlatform().name("listener-watch").daemon().unstarted(this::run);
    thread = watch;
    watch.start();
  }

  private void run() {
    List<String> before = List.of();
    while (thread == Thread.currentThread()) {
      try {
        Thread.sleep(every);
      } catch (InterruptedException _) {
        return;
      }
      var now = look();
      var twice = now.stream().filter(before::contains).toList();
      before = now;
      if (!twice.isEmpty() && thread == Thread.currentThread()) {
        LOG.error("Not listening any more, so this process ends: {}", twice);
        AvailabilityChangeEvent.publish(service, LivenessState.BROKEN);
        exit.run();
        return;
      }
    }
  }

  private List<String> look() {
    try {
      return new ArrayList<>(deaf.get());
    } catch (RuntimeException | Error failed) {
      LOG.error("Cannot see who listens", StackTraceRedactor.withoutMessages(failed));
      return List.of();
    }
  }

  @Override
  public void stop() {
    var watching = thread;
    thread = null;
    if (watching != null && watching != Thread.currentThread()) {
      watching.interrupt();
    }
  }

  /** Ends before the listeners, which are stopped then and not deaf. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
