package org.pris.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When to try again: 5 s, 30 s, 2, 5, 10, then every 15 min; never over 5 min while a major
 * incident or a crisis waits. Each pause is shortened by up to a fifth, so that endpoints that
 * failed together do not return together and the longest pause stays a promise. Who asks for more
 * ({@code Retry-After}, RFC 9110, 10.2.3) is left alone as long, but an hour at most.
 */
@Component
class Backoff {

  private static final List<Integer> STEPS = List.of(1, 6, 24, 60, 120, 180);
  static final Duration LONGEST = Duration.ofMinutes(15);
  static final Duration LONGEST_ASKED = Duration.ofHours(1);
  static final Duration LONGEST_URGENT = Duration.ofMinutes(5);

  private final Duration first;

  Backoff(DeliveryRules rules) {
    first = rules.firstRetry();
  }

  /**
   * @param failures in a row, from 1
   */
  Duration after(int failures, boolean urgent) {
    return pause(first, failures, urgent, ThreadLocalRandom.current().nextDouble());
  }

  /**
   * When an endpoint that failed is tried again.
   *
   * @param asked when the receiver wants to be called again
   */
  Instant next(Instant now, int failures, boolean urgent, @Nullable Instant asked) {
    var ours = now.plus(after(failures, urgent));
    return asked == null || asked.isBefore(ours) ? ours : asked;
  }

  /**
   * @param chance from 0 to 1: how much of the fifth the pause loses
   */
  public static Duration pause(Duration first, int failures, boolean urgent, double chance) {
    var step = STEPS.get(Math.clamp(failures, 1, STEPS.size()) - 1);
    var longest = urgent ? LONGEST_URGENT : LONGEST;
    var grown = first.multipliedBy(step);
    var pause = grown.compareTo(longest) < 0 ? grown : longest;
    return Duration.ofMillis((long) (pause.toMillis() * (1 - chance / 5)));
  }
}
