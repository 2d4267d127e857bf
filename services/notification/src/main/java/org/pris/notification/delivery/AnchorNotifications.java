package org.pris.notification.delivery;

import java.time.Clock;
import java.util.UUID;
import org.pris.contracts.Event;
import org.pris.contracts.TimelineEvent.ChainHead;
import org.pris.contracts.TimelineEvent.TimelineAnchored;
import org.pris.notification.webhook.Webhook;
import org.pris.notification.webhook.Webhooks;
import org.pris.platform.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Tells each endpoint where the timelines stand of those cases that it was told of before: whoever
 * wants to rewrite a timeline must rewrite the agency's copy too.
 */
@Service
class AnchorNotifications {

  private final Webhooks webhooks;
  private final Lanes lanes;
  private final Deliveries deliveries;
  private final DeliveryDispatcher dispatcher;
  private final Clock clock;

  AnchorNotifications(
      Webhooks webhooks,
      Lanes lanes,
      Deliveries deliveries,
      DeliveryDispatcher dispatcher,
      Clock clock) {
    this.webhooks = webhooks;
    this.lanes = lanes;
    this.deliveries = deliveries;
    this.dispatcher = dispatcher;
    this.clock = clock;
  }

  void tell(Event<?> event, TimelineAnchored anchored) {
    var type = Whitelist.nameOf(anchored);
    var cases = anchored.chains().stream().map(ChainHead::caseId).toList();
    for (var webhook : webhooks.all()) {
      if (webhook.settings().asksFor(type)) {
        var told = lanes.of(webhook.id(), cases).stream().map(Lane::caseId).toList();
        anchored.chains().stream()
            .filter(it -> told.contains(it.caseId()))
            .forEach(it -> tell(webhook, new AnchorPayload.Source(event, type, anchored, it)));
      }
    }
  }

  /** A repeat finds its delivery, whatever a crash left undone after it is done now. */
  private void tell(Webhook webhook, AnchorPayload.Source anchor) {
    var caseId = anchor.head().caseId();
    var eventId = Ids.of(anchor.event().id(), caseId); // one event tells of many cases
    while (true) {
      var last = deliveries.last(caseId, webhook.id());
      if (last.isEmpty()) {
        return; // a lane is laid after its first delivery
      }
      var next = delivery(last.get(), eventId, anchor);
      try {
        deliveries.insert(next);
        dispatcher.deliver(webhook, next, true);
        return;
      } catch (DuplicateKeyException _) {
        var placed = deliveries.find(caseId, webhook.id(), eventId);
        if (placed.isPresent()) {
          dispatcher.deliver(webhook, placed.get(), false);
          return;
        }
      }
    }
  }

  private Delivery delivery(Delivery last, UUID eventId, AnchorPayload.Source anchor) {
    var id = Delivery.id(last.endpoint(), eventId);
    var sequence = last.sequence() + 1;
    var body = AnchorPayload.of(id, last.caseReference(), sequence, anchor).json();
    return last.next(id, eventId, anchor.type(), body, clock.instant());
  }
}
