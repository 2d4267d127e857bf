package org.pris.notification.administration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Severity;
import org.pris.notification.webhook.DeliveryAttempt;
import org.pris.notification.webhook.Webhook;
import org.pris.notification.webhook.WebhookSecret;

/**
 * An endpoint as administrators see it.
 *
 * @param minimumSeverity null: every severity; what is not qualified yet always passes
 * @param exercise whether exercises are sent too
 * @param paused nothing is sent, what comes is kept in order
 * @param secrets those that sign now, the current one first
 * @param secret {@code whsec_…}: only in the answer of the command that made it, never again
 */
record WebhookView(
    UUID id,
    String url,
    String description,
    List<String> events,
    List<String> departments,
    @Nullable Severity minimumSeverity,
    boolean exercise,
    boolean paused,
    Instant createdAt,
    List<SigningSecret> secrets,
    Health health,
    @Nullable String secret) {

  /**
   * A secret that signs, without the secret.
   *
   * @param hint its last characters
   * @param until when it stops to sign; null: the current one
   */
  record SigningSecret(String hint, Instant since, @Nullable Instant until) {}

  /** How an endpoint does. */
  enum State {
    /** it answers, or was not called yet */
    OK,
    /** it does not answer as it should: only its oldest delivery is tried, at growing intervals */
    FAILING,
    /** it is not called, because somebody said so */
    PAUSED
  }

  /**
   * What an administrator asks when something does not arrive.
   *
   * @param failingSince the first failure in the row
   * @param failures in the row
   * @param lastAttempt the last call, of a test too
   * @param nextTryAt when a failing endpoint is tried again
   * @param waiting deliveries to be sent, 1000 meaning that or more
   * @param urgentWaiting whether a major incident or a crisis is among them
   * @param exhausted deliveries put aside until somebody replays them, 1000 meaning that or more
   * @param givesUpAt when the oldest that waits is put aside, should nothing change
   * @param attemptsOfTheDay of the last 24 hours, tests included
   * @param failuresOfTheDay of those
   * @param goneSince when it answered 410 and was paused for that; null otherwise
   */
  record Health(
      State state,
      @Nullable Instant failingSince,
      int failures,
      @Nullable DeliveryAttempt lastAttempt,
      @Nullable Instant lastSuccessAt,
      @Nullable Instant nextTryAt,
      long waiting,
      boolean urgentWaiting,
      long exhausted,
      @Nullable Instant givesUpAt,
      int attemptsOfTheDay,
      int failuresOfTheDay,
      @Nullable Instant goneSince) {}

  static WebhookView of(Webhook it, Health health, @Nullable WebhookSecret secret, Instant now) {
    var settings = it.settings();
    return new WebhookView(
        it.id(),
        settings.url(),
        settings.description(),
        settings.events(),
        settings.departments(),
        settings.minimumSeverity(),
        settings.exercise(),
        settings.paused(),
        it.createdAt(),
        it.signing(now).stream()
            .map(kept -> new SigningSecret(kept.hint(), kept.since(), kept.until()))
            .toList(),
        health,
        secret == null ? null : secret.shown());
  }
}
