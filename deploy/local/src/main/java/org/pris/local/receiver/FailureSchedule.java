package org.pris.local.receiver;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How the failing endpoint fails: for some seconds of every minute, by the clock so that a restart
 * changes nothing, with 503 and without any answer in turn.
 */
final class FailureSchedule {

  /** The name of that endpoint. */
  static final String OF = "failing";

  static final int NO_ANSWER = 0;

  private static final int EVERY_SECONDS = 60;

  private static final int SECONDS = 4;

  /** Longer than anybody waits for an answer. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final AtomicInteger failed = new AtomicInteger();

  /** The status to answer with, or {@link #NO_ANSWER}. */
  int answer(Instant now) {
    if (now.getEpochSecond() % EVERY_SECONDS >= SECONDS) {
      return 204;
    }
    return failed.getAndIncrement() % 2 == 0 ? 503 : NO_ANSWER;
  }

  void await() {
    try {
      TimeUnit.SECONDS.sleep(SILENCE.toSeconds());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
