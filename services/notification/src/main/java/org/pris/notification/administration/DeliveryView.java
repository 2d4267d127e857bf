package org.pris.notification.administration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.notification.delivery.Delivery;
import org.pris.notification.webhook.DeliveryAttempt;

/**
 * One line of the log.
 *
 * @param id the webhook-id that the endpoint gets, the same over attempts and replays
 * @param sequence of the case at this endpoint, from 1 without gaps
 * @param waitsFor WAITING: the sequence that has to be received first
 * @param nextAttemptAt DUE and RETRYING: not before; null where the endpoint is paused
 * @param tries since it was put into its lane or replayed
 * @param attempts the last 20, oldest first
 * @param body the text that is signed and sent; only where one delivery is asked for
 */
record DeliveryView(
    UUID id,
    UUID webhook,
    UUID caseId,
    String caseReference,
    long sequence,
    String type,
    State state,
    @Nullable Long waitsFor,
    @Nullable Instant nextAttemptAt,
    Instant createdAt,
    @Nullable Instant deliveredAt,
    int tries,
    List<DeliveryAttempt> attempts,
    @Nullable String body) {

  /** Where a delivery stands. */
  enum State {
    /** to be sent, not tried yet */
    DUE,
    /** tried in vain, to be tried again */
    RETRYING,
    /** held by the order of its case */
    WAITING,
    /** received */
    DELIVERED,
    /** put aside: what follows in its case waits until it is replayed */
    EXHAUSTED,
    /** never received, and the endpoint is gone */
    ENDED
  }

  static DeliveryView of(
      Delivery it,
      State state,
      @Nullable Long waitsFor,
      @Nullable Instant nextAttemptAt,
      @Nullable String body) {
    return new DeliveryView(
        it.id(),
        it.endpoint(),
        it.caseId(),
        it.caseReference(),
        it.sequence(),
        it.type(),
        state,
        waitsFor,
        nextAttemptAt,
        it.createdAt(),
        it.deliveredAt(),
        it.tries(),
        it.attempts(),
        body);
  }
}
