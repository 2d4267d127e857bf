package org.pris.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.pris.contracts.Topics;
import org.pris.platform.outbox.Aggregate;
import org.pris.platform.outbox.Publishes;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * That an endpoint holds where a case's timeline stood: its answer to the delivery of an anchor.
 *
 * @param id the delivery's: a delivery that is repeated is received once
 */
@Publishes(Topics.NOTIFICATIONS)
@Document("receipts")
record AnchorReceipt(
    @Id UUID id,
    long lock,
    long revision,
    UUID caseId,
    long seq,
    String hash,
    UUID endpoint,
    Instant acceptedAt)
    implements Aggregate {

  static AnchorReceipt of(Delivery delivery, Instant now) {
    var head = AnchorPayload.read(delivery.body()).data();
    return new AnchorReceipt(
        delivery.id(), 0, 1, delivery.caseId(), head.seq(), head.hash(), delivery.endpoint(), now);
  }

  /** It is about a proof, whatever the case is. */
  @Override
  public boolean exercise() {
    return false;
  }

  @Override
  public UUID subject() {
    return caseId;
  }
}
