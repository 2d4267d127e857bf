package org.pris.notification.delivery;

import java.time.Instant;
import java.util.Set;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After}: a number of seconds or an HTTP date (RFC 9110, 10.2.3). */
final class RetryAfter {

  /** Only of these does it ask for patience; of a 3xx it means something else. */
  private static final Set<Integer> ASKING = Set.of(429, 503);

  private RetryAfter() {}

  /**
   * Null where nothing is asked for, or nothing that can be read.
   *
   * @param value of the header
   */
  static @Nullable Instant of(int status, @Nullable String value, Instant now) {
    if (value == null || !ASKING.contains(status)) {
      return null;
    }
    var asked =
        value.strip().matches("\\d{1,9}")
            ? now.plusSeconds(Long.parseLong(value.strip()))
            : DateUtils.parseStandardDate(value);
    var latest = now.plus(Backoff.LONGEST_ASKED);
    return asked == null || !asked.isAfter(now) ? null : asked.isBefore(latest) ? asked : latest;
  }
}
