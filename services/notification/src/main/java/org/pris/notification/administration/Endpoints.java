package org.pris.notification.administration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pris.notification.delivery.AddressGuard;
import org.pris.notification.delivery.DeliveryDispatcher;
import org.pris.notification.delivery.DeliveryRules;
import org.pris.notification.delivery.LaneWorker;
import org.pris.notification.delivery.Lanes;
import org.pris.notification.delivery.Sender;
import org.pris.notification.webhook.DeliveryAttempt;
import org.pris.notification.webhook.Webhook;
import org.pris.notification.webhook.WebhookSecret;
import org.pris.notification.webhook.WebhookSettings;
import org.pris.notification.webhook.Webhooks;
import org.pris.platform.problem.NotFound;
import org.pris.platform.problem.Reason;
import org.pris.platform.problem.RuleViolation;
import org.pris.platform.store.SecretSealer;
import org.pris.platform.web.IdempotencyKey;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Creating, changing, testing and removing endpoints. */
@Service
public class Endpoints {

  private static final int ATTEMPTS = 5;

  private final Webhooks webhooks;
  private final Lanes lanes;
  private final LaneWorker rounds;
  private final DeliveryDispatcher courier;
  private final Sender sender;
  private final SecretSealer vault;
  private final AddressGuard guard;
  private final DeliveryRules rules;
  private final Clock clock;

  Endpoints(
      Webhooks webhooks,
      Lanes lanes,
      LaneWorker rounds,
      DeliveryDispatcher courier,
      Sender sender,
      SecretSealer vault,
      AddressGuard guard,
      DeliveryRules rules,
      Clock clock) {
    this.webhooks = webhooks;
    this.lanes = lanes;
    this.rounds = rounds;
    this.courier = courier;
    this.sender = sender;
    this.vault = vault;
    this.guard = guard;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * What a command left, with the secret where one was made.
   *
   * @param secret the only time that it is seen
   */
  record Outcome(Webhook webhook, @Nullable WebhookSecret secret) {}

  /** A repeat answers the same endpoint, without the secret: that was shown. */
  Outcome create(IdempotencyKey creation, WebhookSettings settings) {
    guard.check(settings.url());
    var before = webhooks.find(creation.id());
    if (before.isPresent()) {
      creation.check(before.get().digest());
      return new Outcome(before.get(), null);
    }
    if (webhooks.all().size() >= Webhooks.MOST) {
      throw new RuleViolation(new Reason("TOO_MANY_WEBHOOKS", "most", Webhooks.MOST));
    }
    var secret = WebhookSecret.random();
    var now = clock.instant();
    var kept = List.of(kept(creation.id(), secret, now));
    var webhook =
        new Webhook(
            creation.id(),
            creation.digest(),
            settings,
            now,
            now,
            kept,
            null,
            null,
            null,
            null,
            Map.of(),
            null);
    try {
      webhooks.insert(webhook);
    } catch (DuplicateKeyException _) { // the same key at the same time, or of a deleted one
      var other = require(creation.id());
      creation.check(other.digest());
      return new Outcome(other, null);
    }
    return new Outcome(webhook, secret);
  }

  /**
   * A new address gets a new secret, and the old one does not sign there. What another has moved
   * meanwhile is decided on again.
   *
   * @param change what is wanted, of what is there
   */
  public Outcome change(UUID id, UnaryOperator<WebhookSettings> change) {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var before = require(id);
      var settings = change.apply(before.settings());
      if (!settings.url().equals(before.settings().url())) {
        return move(before, settings);
      }
      if (webhooks.change(before, settings)) {
        if (before.settings().paused() && !settings.paused()) {
          lanes.renewTime(id, clock.instant());
          courier.wake(id);
        }
        return new Outcome(require(id), null);
      }
    }
    throw new OptimisticLockingFailureException("Lost " + ATTEMPTS + " races for " + id);
  }

  private Outcome move(Webhook before, WebhookSettings settings) {
    guard.check(settings.url());
    var secret = WebhookSecret.random();
    var now = clock.instant();
    rotated(webhooks.move(before, settings, List.of(kept(before.id(), secret, now)), now));
    courier.wake(before.id());
    return new Outcome(require(before.id()), secret);
  }

  /** Both secrets sign until the overlap ends. */
  Outcome rotate(UUID id) {
    var webhook = require(id);
    var secret = WebhookSecret.random();
    var now = clock.instant();
    var old = webhook.secrets().getFirst();
    var leaving =
        new Webhook.Kept(old.sealed(), old.hint(), old.since(), now.plus(rules.overlap()));
    rotated(webhooks.rotate(webhook, List.of(kept(id, secret, now), leaving)));
    return new Outcome(require(id), secret);
  }

  /** Ends an overlap before its time. */
  Webhook endOverlap(UUID id) {
    var webhook = require(id);
    rotated(webhooks.rotate(webhook, List.of(webhook.secrets().getFirst())));
    return require(id);
  }

  void remove(UUID id) {
    require(id);
    webhooks.remove(id, clock.instant());
    rounds.end(id);
  }

  /** Calls it now; where it answers well, what waits goes out too. */
  DeliveryAttempt test(UUID id) {
    var webhook = require(id);
    var message = new TestMessage(UUID.randomUUID(), clock.instant());
    var attempt = sender.send(webhook, message.id(), message.json());
    if (attempt.succeeded()) {
      webhooks.succeeded(webhook, attempt);
      courier.wake(id);
    } else {
      webhooks.tested(webhook, attempt); // nothing was to be delivered: it does not fail by that
    }
    return attempt;
  }

  /** Tries what waits now instead of when it was planned. */
  Webhook hurry(UUID id) {
    var now = clock.instant();
    require(id);
    webhooks.hurry(id, now);
    lanes.hurry(id, now);
    courier.wake(id);
    return require(id);
  }

  private static void rotated(boolean done) {
    if (!done) {
      throw new RuleViolation(new Reason("ROTATED_MEANWHILE"));
    }
  }

  Webhook require(UUID id) {
    return webhooks.find(id).orElseThrow(NotFound::new);
  }

  private Webhook.Kept kept(UUID endpoint, WebhookSecret secret, Instant now) {
    return new Webhook.Kept(
        vault.seal(endpoint.toString(), secret.bytes()), secret.hint(), now, null);
  }
}
