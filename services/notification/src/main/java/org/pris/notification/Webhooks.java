package org.pris.notification;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The endpoints: few, read whole. */
@Repository
class Webhooks {

  /** No more can be created; so every list of them is short. */
  static final int MOST = 50;

  /** A probe has ended by then, or whoever made it is dead. */
  private static final java.time.Duration PROBE = Lanes.LEASE;

  private final MongoOperations mongo;

  Webhooks(MongoOperations mongo) {
    this.mongo = mongo;
  }

  void insert(Webhook webhook) {
    mongo.insert(webhook);
  }

  /** Those that live, oldest first. */
  List<Webhook> all() {
    var living = query(where("deletedAt").exists(false));
    return mongo.find(living.with(Sort.by("createdAt", "_id")).limit(MOST), Webhook.class);
  }

  Optional<Webhook> find(UUID id) {
    return known(id).filter(it -> it.deletedAt() == null);
  }

  /** Deleted ones too. */
  Optional<Webhook> known(UUID id) {
    return Optional.ofNullable(mongo.findById(id, Webhook.class));
  }

  void change(UUID id, Settings settings) {
    update(living(id), new Update().set("settings", settings));
  }

  /** A new address begins anew: nothing is known of how it answers. */
  void move(UUID id, Settings settings, List<Webhook.Kept> secrets, Instant now) {
    update(
        living(id),
        new Update()
            .set("settings", settings)
            .set("secrets", secrets)
            .set("urlSince", now)
            .unset("failing"));
  }

  void rotate(UUID id, List<Webhook.Kept> secrets) {
    update(living(id), new Update().set("secrets", secrets));
  }

  /** Its secrets go at once; what it was told stays in the log. */
  void remove(UUID id, Instant now) {
    update(
        living(id), new Update().set("deletedAt", now).set("secrets", List.of()).unset("failing"));
  }

  void succeeded(Webhook webhook, Attempt attempt) {
    update(
        key(webhook.id()),
        new Update().set("last", attempt).set("lastSuccessAt", attempt.at()).unset("failing"));
  }

  /** Alive, though it refuses one message. */
  void answered(Webhook webhook, Attempt attempt) {
    update(key(webhook.id()), new Update().set("last", attempt).unset("failing"));
  }

  /** One more failure in the row, unless another attempt has counted meanwhile. */
  void failed(Webhook webhook, Attempt attempt, Instant nextTryAt) {
    var before = webhook.failing();
    var since = before == null ? attempt.at() : before.since();
    var failing = new Webhook.Failing(since, webhook.failures() + 1, nextTryAt);
    var unchanged =
        before == null
            ? key(webhook.id()).and("failing").exists(false)
            : key(webhook.id()).and("failing.failures").is(before.failures());
    update(unchanged, new Update().set("last", attempt).set("failing", failing));
  }

  /** Lets one of all instances try an endpoint that fails, once the pause is over. */
  boolean claimProbe(UUID id, Instant now) {
    return update(
        key(id).and("failing.nextTryAt").lte(now),
        new Update().set("failing.nextTryAt", now.plus(PROBE)));
  }

  /** An endpoint that fails is tried by then. */
  void hurry(UUID id, Instant by) {
    update(key(id).and("failing.nextTryAt").gt(by), new Update().set("failing.nextTryAt", by));
  }

  private boolean update(Criteria which, Update update) {
    return mongo.updateFirst(query(which), update, Webhook.class).getMatchedCount() > 0;
  }

  private static Criteria key(UUID id) {
    return where("_id").is(id);
  }

  private static Criteria living(UUID id) {
    return key(id).and("deletedAt").exists(false);
  }
}
