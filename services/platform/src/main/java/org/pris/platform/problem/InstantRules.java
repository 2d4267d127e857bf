package org.pris.platform.problem;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which instants can be meant; the field is named where one cannot. */
public final class InstantRules {

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
  private static final Duration LONGEST_AGO = Duration.ofDays(5 * 366);
  private static final Duration LONGEST_AHEAD = Duration.ofDays(366);

  private InstantRules() {}

  /** What has happened, and not in another age. */
  public static void past(String field, @Nullable Instant at, Instant now) {
    if (at == null) {
      return;
    }
    if (at.isAfter(now.plus(CLOCKS_DIFFER))) {
      throw new Invalid(field, "must not be in the future");
    }
    if (at.isBefore(now.minus(LONGEST_AGO))) {
      throw new Invalid(field, "must not be more than five years ago");
    }
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
