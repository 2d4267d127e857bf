package org.pris.notification.delivery;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.pris.notification.webhook.Webhooks;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The lanes. Every update names the case: it is the shard key. */
@Repository
public class Lanes {

  /** Longer than an attempt can take; what a dead process held is free after it. */
  public static final Duration LEASE = Webhooks.CALL;

  private final MongoOperations mongo;

  Lanes(MongoOperations mongo) {
    this.mongo = mongo;
    var lanes = mongo.indexOps(Lane.class);
    lanes.createIndex(
        new Index().on("caseId", Direction.ASC).on("endpoint", Direction.ASC).unique());
    lanes.createIndex(
        new Index()
            .on("endpoint", Direction.ASC)
            .on("dueAt", Direction.ASC)
            .on("headSince", Direction.ASC));
    lanes.createIndex(new Index().on("endpoint", Direction.ASC).on("headSince", Direction.ASC));
  }

  Optional<Lane> find(UUID caseId, UUID endpoint) {
    return Optional.ofNullable(mongo.findOne(query(key(caseId, endpoint)), Lane.class));
  }

  public List<Lane> of(UUID endpoint, List<UUID> cases) {
    return mongo.find(query(where("caseId").in(cases).and("endpoint").is(endpoint)), Lane.class);
  }

  /**
   * Counts what was inserted and has the lane looked at, unless it is to be already; laid if there
   * is none.
   *
   * @param leased whether who calls would work on it at once
   * @return the lane, where it rested and is leased now
   */
  Optional<Lane> lay(UUID caseId, UUID endpoint, long sequence, Instant now, boolean leased) {
    var resting = key(caseId, endpoint).and("_id").is(Lane.id(caseId, endpoint));
    resting.and("dueAt").exists(false).and("leaseUntil").lte(now);
    var due = new Update().max("last", sequence).set("dueAt", now).set("headSince", now);
    if (leased) {
      lease(due, now);
    } else {
      due.setOnInsert("leaseUntil", Instant.EPOCH);
    }
    try {
      var options = FindAndModifyOptions.options().upsert(true).returnNew(true);
      var laid = mongo.findAndModify(query(resting), due, options, Lane.class);
      return leased ? Optional.ofNullable(laid) : Optional.empty();
    } catch (DuplicateKeyException _) { // it does not rest
      raise(caseId, endpoint, sequence, now);
      return Optional.empty();
    }
  }

  /** Of a lane that is to be looked at; of one that has come to rest meanwhile with its time. */
  private void raise(UUID caseId, UUID endpoint, long sequence, Instant now) {
    var busy = new Update().max("last", sequence);
    var resting = new Update().max("last", sequence).set("dueAt", now).set("headSince", now);
    boolean raised;
    do { // between the two it may have gone from the one to the other
      raised =
          update(key(caseId, endpoint).and("dueAt").exists(true), busy)
              || update(key(caseId, endpoint).and("dueAt").exists(false), resting);
    } while (!raised);
  }

  private boolean update(Criteria which, Update update) {
    return mongo.updateFirst(query(which), update, Lane.class).getMatchedCount() > 0;
  }

  /** Has the lane looked at now, whatever was planned, with the full time to be tried. */
  public void dueAnew(UUID caseId, UUID endpoint, Instant now) {
    var anew = new Update().set("dueAt", now).set("headSince", now);
    mongo.updateFirst(query(key(caseId, endpoint)), anew, Lane.class);
  }

  /** Brings forward what was planned for later. */
  public void hurry(UUID endpoint, Instant now) {
    mongo.updateMulti(
        query(where("endpoint").is(endpoint).and("dueAt").gt(now)),
        new Update().set("dueAt", now),
        Lane.class);
  }

  /** Gives every waiting head the full time to be tried: after a pause it was not tried at all. */
  public void renewTime(UUID endpoint, Instant now) {
    mongo.updateMulti(
        query(where("endpoint").is(endpoint).and("headSince").gt(Instant.EPOCH)),
        new Update().set("headSince", now),
        Lane.class);
  }

  /**
   * Those to be worked on, the one that is due longest first, then the one whose head waits
   * longest; not all. Read off the index: those that wait for their next try are not looked at,
   * however many there are while an endpoint is away.
   */
  public List<Lane> due(UUID endpoint, Instant now) {
    var due = query(free(now).and("endpoint").is(endpoint).and("dueAt").lte(now));
    return mongo.find(due.with(Sort.by("dueAt", "headSince")).limit(10), Lane.class);
  }

  /** Leases a lane whose head has been tried for as long as we try. */
  Optional<Lane> takeSpent(UUID endpoint, Instant now, Duration giveUpAfter) {
    var spent = where("headSince").lte(now.minus(giveUpAfter));
    var free = query(spent.and("endpoint").is(endpoint).and("leaseUntil").lte(now)).limit(10);
    return take(mongo.find(free, Lane.class), now);
  }

  /** Leases the first that can be. */
  public Optional<Lane> take(List<Lane> candidates, Instant now) {
    return candidates.stream().map(it -> lease(it, now)).flatMap(Optional::stream).findFirst();
  }

  private Optional<Lane> lease(Lane lane, Instant now) {
    return Optional.ofNullable(
        mongo.findAndModify(
            query(free(now).andOperator(key(lane.caseId(), lane.endpoint()))),
            lease(new Update(), now),
            FindAndModifyOptions.options().returnNew(true),
            Lane.class));
  }

  private static Update lease(Update update, Instant now) {
    return update.set("lease", UUID.randomUUID()).set("leaseUntil", now.plus(LEASE));
  }

  /**
   * Keeps the lease for one more attempt.
   *
   * @param headSince of the head that is tried now
   * @return false where another has taken over
   */
  boolean keep(Lane lane, @Nullable Instant headSince, Instant now) {
    var kept = new Update().set("leaseUntil", now.plus(LEASE));
    if (headSince != null) {
      kept.set("headSince", headSince);
    }
    return mongo.updateFirst(query(held(lane)), kept, Lane.class).getMatchedCount() > 0;
  }

  /** Gives the lane back with something left to try. */
  void release(Lane lane, Instant dueAt) {
    mongo.updateFirst(
        query(held(lane)),
        new Update().set("dueAt", dueAt).unset("lease").set("leaseUntil", Instant.EPOCH),
        Lane.class);
  }

  /**
   * Gives the lane back with nothing to try.
   *
   * @return false where something came or was reopened meanwhile, or another has taken over
   */
  boolean rest(Lane lane) {
    var rested =
        new Update()
            .unset("dueAt")
            .unset("headSince")
            .unset("lease")
            .set("leaseUntil", Instant.EPOCH);
    var unchanged = held(lane).and("last").is(lane.last()).and("dueAt").is(lane.dueAt());
    return mongo.updateFirst(query(unchanged), rested, Lane.class).getMatchedCount() > 0;
  }

  /** As it is now, where the lease still holds. */
  Optional<Lane> reread(Lane lane) {
    return Optional.ofNullable(mongo.findOne(query(held(lane)), Lane.class));
  }

  public boolean anyDue(UUID endpoint, Instant now) {
    var due = query(free(now).and("endpoint").is(endpoint).and("dueAt").lte(now));
    due.with(Sort.by("dueAt")).limit(1).fields().include("_id");
    return !mongo.find(due, Document.class, "lanes").isEmpty();
  }

  /** Since when the oldest head of an endpoint waits. */
  public Optional<Lane> oldest(UUID endpoint) {
    var waiting = query(where("endpoint").is(endpoint).and("headSince").gt(Instant.EPOCH));
    return Optional.ofNullable(
        mongo.findOne(waiting.with(Sort.by("headSince")).limit(1), Lane.class));
  }

  /** Of an endpoint that is gone. */
  void restAll(UUID endpoint) {
    mongo.updateMulti(
        query(where("endpoint").is(endpoint).and("dueAt").gt(Instant.EPOCH)),
        new Update().unset("dueAt").unset("headSince"),
        Lane.class);
  }

  private static Criteria key(UUID caseId, UUID endpoint) {
    return where("caseId").is(caseId).and("endpoint").is(endpoint);
  }

  private static Criteria free(Instant now) {
    return where("leaseUntil").lte(now);
  }

  private static Criteria held(Lane lane) {
    return key(lane.caseId(), lane.endpoint()).and("lease").is(lane.lease());
  }
}
