package org.pris.timeline.chain;

import org.pris.contracts.Event;
import org.pris.contracts.NotificationEvent;
import org.pris.contracts.NotificationEvent.AnchorAccepted;
import org.pris.contracts.Topics;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Hears what is held outside. It makes no entry: each would make an anchor, and each anchor a
 * receipt.
 */
@Component
class ReceiptListener {

  private final Receipts receipts;

  ReceiptListener(Receipts receipts) {
    this.receipts = receipts;
  }

  @KafkaListener(topics = Topics.NOTIFICATIONS)
  void on(Event<NotificationEvent> event) {
    if (event.data() instanceof AnchorAccepted it) {
      receipts.keep(
          new Receipt(
              event.id(), it.caseId(), it.seq(), it.hash(), it.endpoint(), it.acceptedAt()));
    }
  }
}
