package org.pris.notification.webhook;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The endpoints: few, read whole. */
@Repository
public class Webhooks {

  /** No more can be created; so every list of them is short. */
  public static final int MOST = 50;

  /** A call has ended by then, or whoever made it is dead. */
  public static final Duration CALL = Duration.ofSeconds(60);

  private final MongoOperations mongo;

  Webhooks(MongoOperations mongo) {
    this.mongo = mongo;
  }

  public void insert(Webhook webhook) {
    mongo.insert(webhook);
  }

  /** Those that live, oldest first. */
  public List<Webhook> all() {
    var living = query(where("deletedAt").exists(false));
    return mongo.find(living.with(Sort.by("createdAt", "_id")).limit(MOST), Webhook.class);
  }

  public Optional<Webhook> find(UUID id) {
    return known(id).filter(it -> it.deletedAt() == null);
  }

  /** Deleted ones too. */
  public Optional<Webhook> known(UUID id) {
    return Optional.ofNullable(mongo.findById(id, Webhook.class));
  }

  /**
   * Writes what differs, so that another change beside it stays.
   *
   * @return false where it is gone, or has moved since it was read
   */
  public boolean change(Webhook before, WebhookSettings settings) {
    var unmoved = living(before.id()).and("settings.url").is(before.settings().url());
    var differing = differing(before.settings(), settings);
    if (before.settings().paused() && !settings.paused()) {
      differing.unset("goneSince");
    }
    return differing.getUpdateObject().isEmpty() || update(unmoved, differing);
  }

  /** A new address begins anew: nothing is known of how it answers. */
  public boolean move(
      Webhook before, WebhookSettings settings, List<Webhook.Kept> secrets, Instant now) {
    return update(
        unrotated(before),
        differing(before.settings(), settings)
            .set("secrets", secrets)
            .set("urlSince", now)
            .unset("goneSince")
            .unset("failing"));
  }

  /** False where another has rotated meanwhile: the secret it was shown must go on to sign. */
  public boolean rotate(Webhook before, List<Webhook.Kept> secrets) {
    return update(unrotated(before), new Update().set("secrets", secrets));
  }

  /** Its secrets go at once; what it was told stays in the log. */
  public void remove(UUID id, Instant now) {
    update(
        living(id), new Update().set("deletedAt", now).set("secrets", List.of()).unset("failing"));
  }

  public void succeeded(Webhook webhook, DeliveryAttempt attempt) {
    count(
        webhook.id(),
        attempt,
        it -> it.set("last", attempt).set("lastSuccessAt", attempt.at()).unset("failing"));
  }

  public void tested(Webhook webhook, DeliveryAttempt attempt) {
    count(webhook.id(), attempt, it -> it.set("last", attempt));
  }

  /** Alive, though it refuses one message. */
  public void answered(Webhook webhook, DeliveryAttempt attempt) {
    count(webhook.id(), attempt, it -> it.set("last", attempt).unset("failing"));
  }

  /** One more failure in the row, unless another attempt has counted meanwhile. */
  public void failed(Webhook webhook, DeliveryAttempt attempt, Instant nextTryAt) {
    count(webhook.id(), attempt, it -> it);
    var before = webhook.failing();
    var since = before == null ? attempt.at() : before.since();
    var failing =
        new Webhook.Failing(since, webhook.failures() + 1, nextTryAt, attempt.retryAfter());
    var unchanged =
        before == null
            ? key(webhook.id()).and("failing").exists(false)
            : key(webhook.id()).and("failing.failures").is(before.failures());
    update(unchanged, new Update().set("last", attempt).set("failing", failing));
  }

  /** Lets one of all instances try an endpoint that fails, once the pause is over. */
  public boolean claimProbe(UUID id, Instant now) {
    return update(
        key(id).and("failing.nextTryAt").lte(now),
        new Update().set("failing.nextTryAt", now.plus(CALL)));
  }

  /** It is not called any more until an administrator lets it go on; what comes waits in order. */
  public void gone(Webhook webhook, DeliveryAttempt attempt) {
    count(
        webhook.id(),
        attempt,
        it ->
            it.set("last", attempt)
                .set("goneSince", attempt.at())
                .set("settings.paused", true)
                .unset("failing"));
  }

  /** An endpoint that fails is tried by then, because a person wants it. */
  public void hurry(UUID id, Instant by) {
    update(key(id).and("failing.nextTryAt").gt(by), new Update().set("failing.nextTryAt", by));
  }

  /** The same because something urgent waits: not before the receiver asked for. */
  public void hurryPolitely(UUID id, Instant by) {
    var due =
        new Criteria()
            .orOperator(
                where("failing.notBefore").exists(false), where("failing.notBefore").lte(by));
    update(
        new Criteria().andOperator(key(id), where("failing.nextTryAt").gt(by), due),
        new Update().set("failing.nextTryAt", by));
  }

  private Update differing(WebhookSettings before, WebhookSettings after) {
    var old = document(before);
    var update = new Update();
    document(after)
        .forEach((field, value) -> {
          if (!value.equals(old.remove(field))) {
            update.set("settings." + field, value);
          }
        });
    old.keySet().forEach(it -> update.unset("settings." + it));
    return update;
  }

  private Document document(WebhookSettings settings) {
    var document = new Document();
    mongo.getConverter().write(settings, document);
    document.remove("_class");
    return document;
  }

  private boolean update(Criteria which, Update update) {
    return mongo.updateFirst(query(which), update, Webhook.class).getMatchedCount() > 0;
  }

  private static Criteria key(UUID id) {
    return where("_id").is(id);
  }

  private static Criteria unrotated(Webhook before) {
    var current = before.secrets().getFirst().sealed();
    return living(before.id()).and("secrets.0.sealed.nonce").is(current.nonce());
  }

  /**
   * Counts it, and sets the rest with it. Of an hour that begins anew one may be lost to another
   * instance: it is a figure, no proof.
   */
  private void count(UUID id, DeliveryAttempt attempt, UnaryOperator<Update> rest) {
    var hour = Webhook.Hour.of(attempt.at());
    var slot = "hours." + hour % Webhook.Hour.A_DAY;
    var failures = attempt.succeeded() ? 0 : 1;
    var more = new Update().inc(slot + ".attempts", 1).inc(slot + ".failures", failures);
    if (!update(key(id).and(slot + ".hour").is(hour), rest.apply(more))) {
      var first = new Update().set(slot, new Webhook.Hour(hour, 1, failures));
      update(key(id), rest.apply(first));
    }
  }

  private static Criteria living(UUID id) {
    return key(id).and("deletedAt").exists(false);
  }
}
