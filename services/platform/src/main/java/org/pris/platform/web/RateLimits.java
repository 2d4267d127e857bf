package org.pris.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pris.contracts.Person;
import org.pris.platform.web.Installation.Limits;
import org.pris.platform.web.Installation.Rate;

/**
 * Counts what is asked of this instance: two instances allow twice as much. What is counted is
 * forgotten with the process, and where more ask than are remembered, the eldest begin anew.
 */
public final class RateLimits {

  private static final int REMEMBERED = 20_000;

  private record Whose(String what, RateLimited.By by, String who) {}

  private final Limits limits;
  private final TimeMeter time;
  private final Cache<Whose, Bucket> buckets;

  RateLimits(Limits limits, TimeMeter time) {
    this.limits = limits;
    this.time = time;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(slowest(limits)) // full again: as if never seen
            .build();
  }

  /**
   * One more request. A person who is refused uses up nothing of their establishment's share.
   *
   * @return how long to wait; empty where it may go on
   */
  Optional<Duration> take(String what, Person person) {
    return take(new Whose(what, RateLimited.By.PERSON, person.subject()))
        .or(() ->
            person.establishments().stream()
                .map(it -> take(new Whose(what, RateLimited.By.ESTABLISHMENT, it)))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder()));
  }

  /** The same for somebody who is nobody yet. */
  public Optional<Duration> take(String what, ClientAddress address) {
    return take(new Whose(what, RateLimited.By.ADDRESS, address.network()));
  }

  private Optional<Duration> take(Whose whose) {
    var rate = rates(whose.what()).get(whose.by());
    if (rate == null) {
      return Optional.empty();
    }
    var asked = buckets.get(whose, _ -> bucket(rate)).tryConsumeAndReturnRemaining(1);
    return asked.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(asked.getNanosToWaitForRefill()));
  }

  private Map<RateLimited.By, Rate> rates(String what) {
    return Objects.requireNonNull(limits.rates().get(what), () -> "No rates called " + what);
  }

  private Bucket bucket(Rate rate) {
    var minute = Duration.ofMinutes(1);
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(it ->
            it.capacity((long) rate.burst() * limits.times())
                .refillGreedy((long) rate.perMinute() * limits.times(), minute))
        .build();
  }

  private static Duration slowest(Limits limits) {
    return limits.rates().values().stream()
        .flatMap(it -> it.values().stream())
        .map(it -> Duration.ofMinutes(1 + it.burst() / it.perMinute()))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ofMinutes(1));
  }
}
