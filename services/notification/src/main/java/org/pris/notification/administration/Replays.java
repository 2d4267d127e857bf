package org.pris.notification.administration;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.pris.notification.delivery.Deliveries;
import org.pris.notification.delivery.Delivery;
import org.pris.notification.delivery.DeliveryDispatcher;
import org.pris.notification.delivery.Lanes;
import org.pris.notification.webhook.Webhook;
import org.pris.notification.webhook.Webhooks;
import org.pris.platform.problem.Invalid;
import org.pris.platform.problem.NotFound;
import org.pris.platform.problem.Reason;
import org.pris.platform.problem.RuleViolation;
import org.springframework.stereotype.Service;

/** Sends again what was sent or put aside: the same id, the same body, in the order of its case. */
@Service
class Replays {

  private final Webhooks webhooks;
  private final Lanes lanes;
  private final Deliveries deliveries;
  private final DeliveryDispatcher courier;
  private final Clock clock;

  Replays(
      Webhooks webhooks,
      Lanes lanes,
      Deliveries deliveries,
      DeliveryDispatcher courier,
      Clock clock) {
    this.webhooks = webhooks;
    this.lanes = lanes;
    this.deliveries = deliveries;
    this.courier = courier;
    this.clock = clock;
  }

  /** What the old address got is not handed to a new one. */
  Delivery one(UUID id) {
    var delivery = deliveries.find(id).orElseThrow(NotFound::new);
    var webhook =
        webhooks
            .find(delivery.endpoint())
            .orElseThrow(() -> new RuleViolation(new Reason("WEBHOOK_DELETED")));
    var deliveredAt = delivery.deliveredAt();
    if (deliveredAt != null && deliveredAt.isBefore(webhook.urlSince())) {
      throw new RuleViolation(new Reason("URL_CHANGED", "since", webhook.urlSince()));
    }
    reopen(webhook.id(), List.of(delivery));
    return deliveries.find(id).orElseThrow(NotFound::new);
  }

  /**
   * All of a span that can be; what still waits is not touched.
   *
   * @param dry only counts
   * @return how many
   */
  int span(Webhook webhook, Instant from, Instant to, boolean dry) {
    var replayable = deliveries.replayable(webhook.id(), from, to, webhook.urlSince());
    if (replayable.size() > Deliveries.REPLAYED) {
      throw new Invalid("to", "leaves more than %d to replay".formatted(Deliveries.REPLAYED));
    }
    if (!dry && !replayable.isEmpty()) {
      reopen(webhook.id(), replayable);
    }
    return replayable.size();
  }

  private void reopen(UUID endpoint, List<Delivery> again) {
    var cases = new LinkedHashSet<UUID>();
    for (var delivery : again) {
      deliveries.reopen(delivery);
      cases.add(delivery.caseId());
    }
    var now = clock.instant();
    cases.forEach(it -> lanes.dueAnew(it, endpoint, now));
    webhooks.hurry(endpoint, now); // a person wants to see what happens
    courier.wake(endpoint);
  }
}
