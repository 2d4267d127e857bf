package org.pris.platform.problem;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which instants can be meant; the field is named where one cannot. */
public final class InstantRules {

  /** A phone's clock may run fast: what it calls now is not refused. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final Duration LONGEST_AGO = Duration.ofDays(5 * 366);
  private static final Duration LONGEST_AHEAD = Duration.ofDays(366);

  private InstantRules() {}

  /** What has happened, and not in another age. */
  public static void past(String field, @Nullable Instant at, Instant now) {
    if (at == null) {
      return;
    }
    if (isFuture(at, now)) {
      throw new Invalid(field, "must not be in the future");
    }
    if (at.isBefore(now.minus(LONGEST_AGO))) {
      throw new Invalid(field, "must not be more than five years ago");
    }
  }

  public static boolean isFuture(Instant at, Instant now) {
    return at.isAfter(now.plus(CLOCK_SKEW));
  }

  /** What is to come, within a year. */
  public static void future(String field, Instant at, Instant now) {
    if (!at.isAfter(now)) {
      throw new Invalid(field, "must be in the future");
    }
    soon(field, at, now);
  }

  public static void soon(String field, @Nullable Instant at, Instant now) {
    if (at != null && at.isAfter(now.plus(LONGEST_AHEAD))) {
      throw new Invalid(field, "must be within a year");
    }
  }

  public static void notBefore(String field, @Nullable Instant at, @Nullable Instant start) {
    if (at != null && start != null && at.isBefore(start)) {
      throw new Invalid(field, "must not be before its beginning");
    }
  }
}
