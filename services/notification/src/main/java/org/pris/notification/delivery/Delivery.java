package org.pris.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.notification.webhook.DeliveryAttempt;
import org.pris.platform.Ids;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One notification for one endpoint. Its body is written before the first attempt and is the same
 * in every one.
 *
 * @param id the webhook-id, derived from endpoint and event: a redelivered event finds it
 * @param sequence counts per case and endpoint from 1 without gaps
 * @param urgent a major incident or a crisis
 * @param tries since it was put into its lane or replayed
 * @param attempts the last ones, oldest first
 */
@Document("deliveries")
public record Delivery(
    @Id UUID id,
    UUID caseId,
    UUID endpoint,
    UUID eventId,
    long sequence,
    String type,
    String caseReference,
    boolean urgent,
    String body,
    Instant createdAt,
    Status status,
    int tries,
    List<DeliveryAttempt> attempts,
    @Nullable Instant deliveredAt) {

  /** What has become of it. */
  public enum Status {
    /** to be sent, now or after those before it */
    PENDING,
    /** the endpoint has said that it has it */
    DELIVERED,
    /** tried for as long as we try; its lane waits until somebody replays it */
    EXHAUSTED,
    /** never received, and the endpoint is gone */
    ENDED
  }

  static UUID id(UUID endpoint, UUID event) {
    return Ids.of(endpoint, event);
  }

  /** What comes after it in its lane, about the same case. */
  Delivery next(UUID nextId, UUID nextEvent, String nextType, String nextBody, Instant now) {
    return new Delivery(
        nextId,
        caseId,
        endpoint,
        nextEvent,
        sequence + 1,
        nextType,
        caseReference,
        false,
        nextBody,
        now,
        Status.PENDING,
        0,
        List.of(),
        null);
  }

  static Delivery first(
      UUID endpoint, NotifiableEvent told, long sequence, String site, Instant now) {
    var id = id(endpoint, told.eventId());
    return new Delivery(
        id,
        told.theCase().id(),
        endpoint,
        told.eventId(),
        sequence,
        told.type(),
        told.theCase().reference(),
        told.urgent(),
        Payload.of(id, told, sequence, site).json(),
        now,
        Status.PENDING,
        0,
        List.of(),
        null);
  }
}
