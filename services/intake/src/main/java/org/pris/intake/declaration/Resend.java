package org.pris.intake.declaration;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a declaration was told again, because nothing was heard of its case.
 *
 * @param times so far
 * @param next when it is due once more, if there is still no case: each time after twice as long
 */
record Resend(int times, Instant next) {

  /** How long a case may take to open before its declaration is told again. */
  static final Duration UNHEARD = Duration.ofMinutes(2);

  private static final Duration LONGEST = Duration.ofHours(1);

  static Resend after(@Nullable Resend last, Instant now) {
    var times = last == null ? 1 : last.times() + 1;
    var pause = UNHEARD.multipliedBy(1L << Math.min(times, 10));
    return new Resend(times, now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST));
  }
}
