package org.pris.notification.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.platform.store.SealedSecret;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An endpoint that is told what happens.
 *
 * @param digest of what created it, against an idempotency key used twice
 * @param urlSince since when it has its address
 * @param secrets the current one first; the one before it until its overlap ends
 * @param failing present while it does not answer as it should
 * @param last the last call of it
 * @param goneSince present after an answer 410 paused it, until an administrator lets it go on
 * @param hours attempts of the last day, by hour of the day
 * @param deletedAt its log outlives it
 */
@Document("webhooks")
public record Webhook(
    @Id UUID id,
    String digest,
    WebhookSettings settings,
    Instant createdAt,
    Instant urlSince,
    List<Kept> secrets,
    @Nullable Failing failing,
    @Nullable DeliveryAttempt last,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant goneSince,
    Map<String, Hour> hours,
    @Nullable Instant deletedAt) {

  /**
   * A secret as it is kept.
   *
   * @param hint its last characters, for people who compare
   * @param until when it stops to sign; null: the current one
   */
  public record Kept(SealedSecret sealed, String hint, Instant since, @Nullable Instant until) {}

  /**
   * @param since of the first failure in the row
   * @param failures in the row
   * @param notBefore when the receiver asked to be called again: no urgency shortens that
   */
  public record Failing(
      Instant since, int failures, Instant nextTryAt, @Nullable Instant notBefore) {}

  /**
   * What was tried in one hour.
   *
   * @param hour counted from 1970: the same hour of another day is not this one
   */
  public record Hour(long hour, int attempts, int failures) {

    static final int A_DAY = 24;

    static long of(Instant at) {
      return at.getEpochSecond() / 3_600;
    }
  }

  /** The hours of the last day in which something was tried. */
  public List<Hour> lastDay(Instant now) {
    var after = Hour.of(now) - Hour.A_DAY;
    return hours.values().stream().filter(it -> it.hour() > after).toList();
  }

  public int failures() {
    return failing == null ? 0 : failing.failures();
  }

  /** Those that sign now. */
  public List<Kept> signing(Instant now) {
    return secrets.stream().filter(it -> it.until() == null || it.until().isAfter(now)).toList();
  }
}
