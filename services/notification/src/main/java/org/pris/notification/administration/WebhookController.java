package org.pris.notification.administration;

import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Person;
import org.pris.notification.administration.WebhookRequests.ChangedWebhook;
import org.pris.notification.administration.WebhookRequests.NewWebhook;
import org.pris.notification.webhook.DeliveryAttempt;
import org.pris.notification.webhook.Webhooks;
import org.pris.platform.audit.Audited;
import org.pris.platform.web.IdempotencyKey;
import org.pris.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The endpoints that are told what happens. */
@RestController
@RequestMapping("/api/webhooks")
@PreAuthorize("hasRole('ADMIN')")
@Audited(value = "webhook", administration = true)
class WebhookController {

  private final Endpoints endpoints;
  private final Webhooks webhooks;
  private final DeliveryStatus standing;

  WebhookController(Endpoints endpoints, Webhooks webhooks, DeliveryStatus standing) {
    this.endpoints = endpoints;
    this.webhooks = webhooks;
    this.standing = standing;
  }

  /** All of them, oldest first; there are 50 at most, so there is never a next page. */
  @GetMapping
  Page<WebhookView> webhooks() {
    return new Page<>(webhooks.all().stream().map(standing::of).toList(), null);
  }

  /** The answer shows the signing secret, once; a repeat with the same key does not. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  WebhookView create(
      Person person,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid NewWebhook webhook) {
    var creation = IdempotencyKey.of(person, "/api/webhooks", key, webhook);
    return view(endpoints.create(creation, webhook.settings()));
  }

  @GetMapping("/{id}")
  WebhookView webhook(@PathVariable UUID id) {
    return standing.of(endpoints.require(id));
  }

  /** What is absent stays. Another address brings another secret, shown once. */
  @PatchMapping("/{id}")
  WebhookView change(@PathVariable UUID id, @RequestBody @Valid ChangedWebhook change) {
    return view(endpoints.change(id, change::on));
  }

  /** What it has not received is not sent any more; the log of its deliveries stays. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable UUID id) {
    endpoints.remove(id);
  }

  /** A new secret, shown once. For 24 hours the old one signs too, beside it. */
  @PostMapping("/{id}/secret")
  WebhookView rotate(@PathVariable UUID id) {
    return view(endpoints.rotate(id));
  }

  /** Ends the overlap of a rotation: from now on only the current secret signs. */
  @DeleteMapping("/{id}/previous-secret")
  WebhookView endOverlap(@PathVariable UUID id) {
    return standing.of(endpoints.endOverlap(id));
  }

  /**
   * Sends {@code webhook.test} now, outside every lane, and answers what came of it. A success also
   * releases what waits.
   */
  @PostMapping("/{id}/test")
  DeliveryAttempt test(@PathVariable UUID id) {
    return endpoints.test(id);
  }

  /** Tries what waits now, instead of when it was planned. */
  @PostMapping("/{id}/retry")
  WebhookView retry(@PathVariable UUID id) {
    return standing.of(endpoints.hurry(id));
  }

  private WebhookView view(Endpoints.Outcome outcome) {
    return standing.of(outcome.webhook(), outcome.secret());
  }
}
