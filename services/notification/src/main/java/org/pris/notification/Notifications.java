package org.pris.notification;

import java.time.Clock;
import java.util.UUID;
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
  private final Courier courier;
  private final String site;
  private final Clock clock;

  Notifications(
      Webhooks webhooks,
      Lanes lanes,
      Deliveries deliveries,
      Courier courier,
      @Value("${pris.web.url:http://localhost:8080}") String site,
      Clock clock) {
    this.webhooks = webhooks;
    this.lanes = lanes;
    this.deliveries = deliveries;
    this.courier = courier;
    this.site = site;
    this.clock = clock;
  }

  void tell(Told told) {
    for (var webhook : webhooks.all()) {
      if (webhook.settings().wants(told.type(), told.theCase())) {
        tell(webhook.id(), told);
        courier.wake(webhook.id());
      }
    }
  }

  /** A repeat finds its delivery, whatever a crash left undone after it is done now. */
  private void tell(UUID endpoint, Told told) {
    var sequence = place(endpoint, told);
    var caseId = told.theCase().id();
    lanes.raise(caseId, endpoint, sequence);
    lanes.due(caseId, endpoint, clock.instant());
    if (told.urgent()) {
      webhooks.hurry(endpoint, clock.instant().plus(Backoff.LONGEST_URGENT));
    }
  }

  private long place(UUID endpoint, Told told) {
    var caseId = told.theCase().id();
    var lane = lanes.of(caseId, endpoint);
    while (true) {
      var placed = deliveries.find(caseId, endpoint, told.eventId());
      if (placed.isPresent()) {
        return placed.get().sequence();
      }
      var next = Delivery.first(endpoint, told, lane.last() + 1, site, clock.instant());
      try {
        deliveries.insert(next);
        return next.sequence();
      } catch (DuplicateKeyException _) { // the count was behind, or another had the same event
        lanes.raise(caseId, endpoint, deliveries.lastSequence(caseId, endpoint));
        lane = lanes.of(caseId, endpoint);
      }
    }
  }
}
