package org.pris.platform.kafka;

import java.time.Duration;

/** Ends this process in its usual order; by force where that takes too long. */
final class ProcessExit implements Runnable {

  /** As {@code sysexits.h} has it: an internal error. */
  private static final int SOFTWARE = 70;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Override
  public void run() {
    Thread.ofPlatform().name("halt").daemon().start(ProcessExit::halt);
    Thread.ofPlatform().name("exit").daemon().start(() -> System.exit(SOFTWARE));
  }

  private static void halt() {
    try {
      Thread.sleep(PATIENCE);
    } catch (InterruptedException _) {
      // nobody interrupts it; if somebody did, it would end at once
    }
    Runtime.getRuntime().halt(SOFTWARE);
  }
}
