package org.pris.notification.delivery;

import java.time.Instant;
import java.util.List;
import org.pris.contracts.NotificationEvent.AnchorAccepted;
import org.pris.platform.Ids;
import org.pris.platform.outbox.Aggregates;
import org.pris.platform.outbox.Change;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** Which heads of timelines the endpoints hold; each is told once to those who verify. */
@Repository
class AnchorReceipts {

  private final Aggregates aggregates;

  AnchorReceipts(Aggregates aggregates) {
    this.aggregates = aggregates;
  }

  /**
   * Keeps that the endpoint answered, before the delivery counts as delivered: after a crash in
   * between it is sent again, and finds its receipt.
   */
  void accepted(Delivery delivery, Instant now) {
    if (!Whitelist.isAnchor(delivery.type())) {
      return;
    }
    var receipt = AnchorReceipt.of(delivery, now);
    var told =
        new AnchorAccepted(
            receipt.caseId(), receipt.seq(), receipt.hash(), receipt.endpoint(), now);
    try {
      aggregates.insert(
          new Change<>(receipt, List.of(told), null)
              .withIds(Ids.of("anchor.accepted", receipt.id())));
    } catch (DuplicateKeyException _) {
      // an attempt before this one was accepted too, and has told it
    }
  }
}
