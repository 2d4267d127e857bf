package org.pris.notification.administration;

import static org.pris.notification.delivery.Delivery.Status.EXHAUSTED;
import static org.pris.notification.delivery.Delivery.Status.PENDING;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pris.notification.administration.DeliveryView.State;
import org.pris.notification.delivery.Deliveries;
import org.pris.notification.delivery.Delivery;
import org.pris.notification.delivery.DeliveryRules;
import org.pris.notification.delivery.Lane;
import org.pris.notification.delivery.Lanes;
import org.pris.notification.webhook.Webhook;
import org.pris.notification.webhook.WebhookSecret;
import org.springframework.stereotype.Component;

/** Says of endpoints and deliveries where they stand: what follows from several documents. */
@Component
class DeliveryStatus {

  private final Lanes lanes;
  private final Deliveries deliveries;
  private final DeliveryRules rules;
  private final Clock clock;

  DeliveryStatus(Lanes lanes, Deliveries deliveries, DeliveryRules rules, Clock clock) {
    this.lanes = lanes;
    this.deliveries = deliveries;
    this.rules = rules;
    this.clock = clock;
  }

  WebhookView of(Webhook webhook) {
    return of(webhook, null);
  }

  /** With the secret that was just made, if one was. */
  WebhookView of(Webhook webhook, @Nullable WebhookSecret secret) {
    return WebhookView.of(webhook, health(webhook), secret, clock.instant());
  }

  private WebhookView.Health health(Webhook webhook) {
    var id = webhook.id();
    var failing = webhook.failing();
    var day = webhook.lastDay(clock.instant());
    return new WebhookView.Health(
        webhook.settings().paused()
            ? WebhookView.State.PAUSED
            : failing == null ? WebhookView.State.OK : WebhookView.State.FAILING,
        failing == null ? null : failing.since(),
        webhook.failures(),
        webhook.last(),
        webhook.lastSuccessAt(),
        failing == null ? null : failing.nextTryAt(),
        deliveries.count(id, PENDING),
        deliveries.urgentWaits(id),
        deliveries.count(id, EXHAUSTED),
        failing == null ? null : givesUpAt(id, failing.since()),
        day.stream().mapToInt(Webhook.Hour::attempts).sum(),
        day.stream().mapToInt(Webhook.Hour::failures).sum(),
        webhook.goneSince());
  }

  private @Nullable Instant givesUpAt(UUID endpoint, Instant failingSince) {
    return lanes
        .oldest(endpoint)
        .map(Lane::headSince)
        .map(it -> it.isAfter(failingSince) ? it : failingSince)
        .map(it -> it.plus(rules.giveUpAfter()))
        .orElse(null);
  }

  List<DeliveryView> lines(@Nullable Webhook webhook, List<Delivery> page) {
    var cases =
        page.stream()
            .filter(it -> it.status() == PENDING)
            .map(Delivery::caseId)
            .distinct()
            .toList();
    if (webhook == null || cases.isEmpty()) {
      return page.stream().map(it -> view(it, null, Map.of(), Map.of())).toList();
    }
    var heads = deliveries.heads(webhook.id(), cases);
    var byCase =
        lanes.of(webhook.id(), cases).stream()
            .collect(Collectors.toMap(Lane::caseId, Function.identity()));
    return page.stream().map(it -> view(it, webhook, heads, byCase)).toList();
  }

  /** With its body. */
  DeliveryView withBody(@Nullable Webhook webhook, Delivery delivery) {
    var view = lines(webhook, List.of(delivery)).getFirst();
    return DeliveryView.of(
        delivery, view.state(), view.waitsFor(), view.nextAttemptAt(), delivery.body());
  }

  private static DeliveryView view(
      Delivery it, @Nullable Webhook webhook, Map<UUID, Long> heads, Map<UUID, Lane> lanes) {
    return switch (it.status()) {
      case DELIVERED -> DeliveryView.of(it, State.DELIVERED, null, null, null);
      case EXHAUSTED -> DeliveryView.of(it, State.EXHAUSTED, null, null, null);
      case ENDED -> DeliveryView.of(it, State.ENDED, null, null, null);
      case PENDING -> {
        var head = heads.getOrDefault(it.caseId(), it.sequence());
        if (head < it.sequence()) {
          yield DeliveryView.of(it, State.WAITING, head, null, null);
        }
        var state = it.tries() == 0 ? State.DUE : State.RETRYING;
        yield DeliveryView.of(it, state, null, next(webhook, lanes.get(it.caseId())), null);
      }
    };
  }

  private static @Nullable Instant next(@Nullable Webhook webhook, @Nullable Lane lane) {
    if (webhook == null || lane == null || webhook.settings().paused()) {
      return null;
    }
    return webhook.failing() == null ? lane.dueAt() : webhook.failing().nextTryAt();
  }
}
