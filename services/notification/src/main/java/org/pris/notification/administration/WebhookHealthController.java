package org.pris.notification.administration;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pris.notification.delivery.Deliveries;
import org.pris.notification.delivery.Delivery;
import org.pris.notification.webhook.Webhook;
import org.pris.notification.webhook.Webhooks;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What responders have to know of endpoints: whether an agency hears nothing just now. */
@RestController
class WebhookHealthController {

  private final Webhooks webhooks;
  private final Deliveries deliveries;

  WebhookHealthController(Webhooks webhooks, Deliveries deliveries) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
  }

  /**
   * @param failing the endpoints that do not take what they are sent, longest first; 50 at most
   */
  record WebhookHealth(List<FailingEndpoint> failing) {}

  /**
   * An endpoint that hears nothing: it fails, or answered that it is gone.
   *
   * @param since of the first failure in the row
   * @param waiting deliveries to be sent, 1000 meaning that or more
   */
  record FailingEndpoint(String description, Instant since, long waiting) {}

  /** Neither addresses nor secrets: those are the administrators'. */
  @GetMapping("/api/webhooks/health")
  @PreAuthorize("hasAnyRole('RESPONDER', 'LEAD', 'ADMIN')")
  WebhookHealth health() {
    return new WebhookHealth(
        webhooks.all().stream()
            .map(this::failing)
            .filter(Objects::nonNull)
            .sorted(Comparator.comparing(FailingEndpoint::since))
            .toList());
  }

  private @Nullable FailingEndpoint failing(Webhook webhook) {
    var failing = webhook.failing();
    var since = failing == null ? webhook.goneSince() : failing.since();
    return since == null
        ? null
        : new FailingEndpoint(
            webhook.settings().description(),
            since,
            deliveries.count(webhook.id(), Delivery.Status.PENDING));
  }
}
