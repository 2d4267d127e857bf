package org.pris.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.notification.webhook.Webhook;
import org.pris.notification.webhook.Webhooks;
import org.springframework.stereotype.Component;

/**
 * Works on one leased lane: sends its head, then the next, until nothing is left or one fails.
 * Nothing is ever skipped.
 */
@Component
public class LaneWorker {

  /** After so many the lane goes back, that others have their turn. */
  private static final int LONGEST = 50;

  private final Webhooks webhooks;
  private final Lanes lanes;
  private final Deliveries deliveries;
  private final AnchorReceipts receipts;
  private final Sender sender;
  private final Backoff backoff;
  private final DeliveryRules rules;
  private final Clock clock;

  LaneWorker(
      Webhooks webhooks,
      Lanes lanes,
      Deliveries deliveries,
      AnchorReceipts receipts,
      Sender sender,
      Backoff backoff,
      DeliveryRules rules,
      Clock clock) {
    this.webhooks = webhooks;
    this.lanes = lanes;
    this.deliveries = deliveries;
    this.receipts = receipts;
    this.sender = sender;
    this.backoff = backoff;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * False where the endpoint has to be left in peace for a while.
   *
   * @param read the endpoint as it was a moment ago
   * @param inserted the lane's head, where it is known
   */
  public boolean run(Lane taken, Webhook read, @Nullable Delivery inserted) {
    @Nullable Lane lane = taken;
    @Nullable Webhook webhook = read;
    @Nullable Delivery known = inserted;
    @Nullable Instant headSince = null; // of a head that became one under this lease
    for (int sent = 0; lane != null; ) {
      var head =
          known != null ? known : deliveries.head(lane.caseId(), lane.endpoint()).orElse(null);
      known = null;
      if (head == null || head.status() == Delivery.Status.EXHAUSTED) {
        lane = rested(lane);
        continue;
      }
      if (sent > 0) {
        webhook = webhooks.find(lane.endpoint()).orElse(null);
      }
      if (webhook == null || webhook.settings().paused() || sent++ == LONGEST) {
        lanes.release(lane, clock.instant());
        return webhook != null && !webhook.settings().paused();
      }
      var now = clock.instant();
      if ((headSince != null || !lane.isLeasedAnew(now)) && !lanes.keep(lane, headSince, now)) {
        return true; // another works on it
      }
      if (!send(webhook, lane, head, headSince == null ? lane.headSince() : headSince)) {
        return webhooks.find(lane.endpoint()).filter(it -> it.failing() == null).isPresent();
      }
      headSince = clock.instant();
      if (head.sequence()
          == lane.last()) { // nothing can be behind it that does not change the lane
        lane = rested(lane);
      }
    }
    return true;
  }

  /** Null where it rests now, or another has taken over; else the lane as it has become. */
  private @Nullable Lane rested(Lane lane) {
    return lanes.rest(lane) ? null : lanes.reread(lane).orElse(null);
  }

  /** What is left of an endpoint that is gone. */
  public void end(UUID endpoint) {
    deliveries.end(endpoint);
    lanes.restAll(endpoint);
  }

  private boolean send(Webhook webhook, Lane lane, Delivery head, @Nullable Instant headSince) {
    var attempt = sender.send(webhook, head.id(), head.body());
    var now = clock.instant();
    if (attempt.succeeded()) {
      receipts.accepted(head, now);
      deliveries.delivered(head, attempt, now);
      webhooks.succeeded(webhook, attempt);
      return true;
    }
    deliveries.failed(head, attempt);
    if (attempt.gone()) {
      webhooks.gone(webhook, attempt);
      lanes.release(lane, now);
    } else if (attempt.refused()) {
      webhooks.answered(webhook, attempt);
      if (spent(headSince, now)) {
        deliveries.exhausted(head);
      }
      lanes.release(lane, now.plus(backoff.after(head.tries() + 1, head.urgent())));
    } else {
      var urgent = head.urgent() || deliveries.urgentWaits(webhook.id());
      webhooks.failed(
          webhook,
          attempt,
          backoff.next(now, webhook.failures() + 1, urgent, attempt.retryAfter()));
      lanes.release(lane, now);
      if (webhook.failing() != null && spent(webhook.failing().since(), now)) {
        giveUp(webhook.id(), now);
      }
    }
    return false;
  }

  /** While an endpoint fails only its oldest is tried, but the time of all of them runs out. */
  private void giveUp(UUID endpoint, Instant now) {
    for (var spent = lanes.takeSpent(endpoint, now, rules.giveUpAfter());
        spent.isPresent();
        spent = lanes.takeSpent(endpoint, now, rules.giveUpAfter())) {
      var lane = spent.get();
      deliveries.head(lane.caseId(), endpoint).ifPresent(deliveries::exhausted);
      if (!lanes.rest(lane)) {
        lanes.release(lane, now); // something came: looked at again, and found to be waiting
      }
    }
  }

  private boolean spent(@Nullable Instant since, Instant now) {
    return since != null && !since.plus(rules.giveUpAfter()).isAfter(now);
  }
}
