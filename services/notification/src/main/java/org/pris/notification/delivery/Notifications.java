package org.pris.notification.delivery;

import java.time.Clock;
import java.util.UUID;
import org.pris.notification.webhook.Webhook;
import org.pris.notification.webhook.Webhooks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Lays what happened into the lane of every endpoint that wants it, once, and wakes the courier.
 */
@Service
class Notifications {

  private final Webhooks webhooks;
  private final Lanes lanes;
  private final Deliveries deliveries;
  private final DeliveryDispatcher courier;
  private final String site;
  private final Clock clock;

  Notifications(
      Webhooks webhooks,
      Lanes lanes,
      Deliveries deliveries,
      DeliveryDispatcher courier,
      @Value("${pris.web.url:http://localhost:8080}") String site,
      Clock clock) {
    this.webhooks = webhooks;
    this.lanes = lanes;
    this.deliveries = deliveries;
    this.courier = courier;
    this.site = site;
    this.clock = clock;
  }

  void tell(NotifiableEvent told) {
    for (var webhook : webhooks.all()) {
      if (webhook.settings().wants(told.type(), told.theCase())) {
        tell(webhook, told);
      }
    }
  }

  /** A repeat finds its delivery, whatever a crash left undone after it is done now. */
  private void tell(Webhook webhook, NotifiableEvent told) {
    var placed = place(webhook.id(), told);
    // one that fails only now is tried again soon enough
    if (told.urgent() && webhook.failing() != null) {
      webhooks.hurryPolitely(webhook.id(), clock.instant().plus(Backoff.LONGEST_URGENT));
    }
    courier.deliver(webhook, placed.delivery(), placed.isNew());
  }

  private record Placed(Delivery delivery, boolean isNew) {}

  /**
   * Counts on from what the lane says, which a case's first event need not ask; a repeat, or a
   * count that was behind, is refused.
   */
  private Placed place(UUID endpoint, NotifiableEvent told) {
    var caseId = told.theCase().id();
    var last = told.opensTheCase() ? 0L : lanes.find(caseId, endpoint).map(Lane::last).orElse(0L);
    while (true) {
      var next = Delivery.first(endpoint, told, last + 1, site, clock.instant());
      try {
        deliveries.insert(next);
        return new Placed(next, true);
      } catch (DuplicateKeyException _) {
        var placed = deliveries.find(caseId, endpoint, told.eventId());
        if (placed.isPresent()) {
          return new Placed(placed.get(), false);
        }
        var taken = deliveries.last(caseId, endpoint).map(Delivery::sequence).orElse(0L);
        last = Math.max(last, taken);
      }
    }
  }
}
