package org.pris.notification.administration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.notification.delivery.Deliveries;
import org.pris.notification.delivery.Delivery;
import org.pris.notification.webhook.Webhooks;
import org.pris.platform.audit.Audited;
import org.pris.platform.problem.BadRequest;
import org.pris.platform.problem.NotFound;
import org.pris.platform.web.Cursor;
import org.pris.platform.web.Page;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was sent to whom, what waits, and sending it again. */
@RestController
@RequestMapping("/api")
@PreAuthorize("hasRole('ADMIN')")
@Audited(value = "delivery", administration = true)
class DeliveryController {

  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final Replays replays;
  private final DeliveryStatus standing;

  DeliveryController(
      Webhooks webhooks, Deliveries deliveries, Replays replays, DeliveryStatus standing) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.replays = replays;
    this.standing = standing;
  }

  /**
   * The log of an endpoint, newest first; it outlives the endpoint.
   *
   * @param status PENDING (its state is DUE, RETRYING or WAITING), DELIVERED, EXHAUSTED or ENDED
   */
  @GetMapping("/webhooks/{id}/deliveries")
  Page<DeliveryView> log(
      @PathVariable UUID id,
      @RequestParam(required = false) Delivery.@Nullable Status status,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    var webhook = webhooks.known(id).orElseThrow(NotFound::new);
    var page = deliveries.log(id, status, after, Cursor.limit(limit));
    return new Page<>(standing.lines(webhook, page.items()), page.next());
  }

  /** One delivery with the body that is sent. */
  @GetMapping("/deliveries/{id}")
  DeliveryView one(@PathVariable UUID id) {
    return view(deliveries.find(id).orElseThrow(NotFound::new));
  }

  /**
   * Sends it again, under the same id and with the same body. Refused ({@code URL_CHANGED}) where
   * it was received at an address that the endpoint no longer has.
   */
  @PostMapping("/deliveries/{id}/replay")
  DeliveryView replay(@PathVariable UUID id) {
    return view(replays.one(id));
  }

  /** Sends again what was laid down from {@code from} until before {@code to}: 5000 at most. */
  @PostMapping("/webhooks/{id}/replay")
  Replayed replay(@PathVariable UUID id, @RequestBody @Valid Span span) {
    var webhook = webhooks.find(id).orElseThrow(NotFound::new);
    if (!span.from().isBefore(span.to())) {
      throw new BadRequest("to", "must be after from");
    }
    var dry = Boolean.TRUE.equals(span.dryRun());
    return new Replayed(replays.span(webhook, span.from(), span.to(), dry));
  }

  /**
   * A span of time, by when the deliveries were laid down.
   *
   * @param to not included
   * @param dryRun only counts
   */
  record Span(@NotNull Instant from, @NotNull Instant to, @Nullable Boolean dryRun) {}

  /** How many are sent again, or would be. */
  record Replayed(int deliveries) {}

  private DeliveryView view(Delivery delivery) {
    return standing.withBody(webhooks.known(delivery.endpoint()).orElse(null), delivery);
  }
}
