package org.pris.notification.delivery;

import static org.pris.notification.delivery.Delivery.Status.DELIVERED;
import static org.pris.notification.delivery.Delivery.Status.ENDED;
import static org.pris.notification.delivery.Delivery.Status.EXHAUSTED;
import static org.pris.notification.delivery.Delivery.Status.PENDING;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pris.notification.webhook.DeliveryAttempt;
import org.pris.platform.web.Keyset;
import org.pris.platform.web.Page;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The deliveries: the log, and what is still to be sent. */
@Repository
public class Deliveries {

  static final int KEPT_ATTEMPTS = 20;
  static final int COUNTED = 1_000;
  public static final int REPLAYED = 5_000;

  private static final Keyset<Delivery> NEWEST_FIRST =
      Keyset.newestFirst("createdAt", Delivery::createdAt, Delivery::id);

  private final MongoOperations mongo;

  Deliveries(MongoOperations mongo) {
    this.mongo = mongo;
    var deliveries = mongo.indexOps(Delivery.class);
    deliveries.createIndex(lane().on("sequence", Direction.ASC).unique());
    deliveries.createIndex(lane().on("eventId", Direction.ASC).unique());
    deliveries.createIndex(lane().on("status", Direction.ASC).on("sequence", Direction.ASC));
    deliveries.createIndex(
        new Index()
            .on("endpoint", Direction.ASC)
            .on("status", Direction.ASC)
            .on("urgent", Direction.ASC));
    deliveries.createIndex(NEWEST_FIRST.indexed(new Index("endpoint", Direction.ASC)));
    deliveries.createIndex(
        NEWEST_FIRST.indexed(new Index("endpoint", Direction.ASC).on("status", Direction.ASC)));
  }

  private static Index lane() {
    return new Index().on("caseId", Direction.ASC).on("endpoint", Direction.ASC);
  }

  /** Fails on a duplicate key where the event is there, or its sequence is taken. */
  void insert(Delivery delivery) {
    mongo.insert(delivery);
  }

  public Optional<Delivery> find(UUID id) {
    return Optional.ofNullable(mongo.findById(id, Delivery.class));
  }

  public Optional<Delivery> find(UUID caseId, UUID endpoint, UUID event) {
    return one(query(of(caseId, endpoint).and("eventId").is(event)));
  }

  Optional<Delivery> last(UUID caseId, UUID endpoint) {
    return one(query(of(caseId, endpoint)).with(Sort.by(Direction.DESC, "sequence")).limit(1));
  }

  /** The lowest undelivered of a lane: nothing is sent before it. */
  Optional<Delivery> head(UUID caseId, UUID endpoint) {
    var open = query(of(caseId, endpoint).and("status").in(PENDING, EXHAUSTED));
    return one(open.with(Sort.by("sequence")).limit(1));
  }

  /** The heads of several lanes of an endpoint, by case. */
  public Map<UUID, Long> heads(UUID endpoint, List<UUID> cases) {
    var open = where("caseId").in(cases).and("endpoint").is(endpoint);
    var lowest =
        newAggregation(
            match(open.and("status").in(PENDING, EXHAUSTED)),
            group("caseId").min("sequence").as("head"));
    return mongo.aggregate(lowest, Delivery.class, Head.class).getMappedResults().stream()
        .collect(Collectors.toMap(Head::id, Head::head));
  }

  private record Head(@Id UUID id, long head) {}

  void delivered(Delivery delivery, DeliveryAttempt attempt, Instant now) {
    update(delivery, tried(attempt).set("status", DELIVERED).set("deliveredAt", now));
  }

  void failed(Delivery delivery, DeliveryAttempt attempt) {
    update(delivery, tried(attempt));
  }

  void exhausted(Delivery delivery) {
    var pending = query(of(delivery).and("status").is(PENDING));
    mongo.updateFirst(pending, new Update().set("status", EXHAUSTED), Delivery.class);
  }

  /** To be sent (again), under its id and with its body. */
  public void reopen(Delivery delivery) {
    update(delivery, new Update().set("status", PENDING).set("tries", 0).unset("deliveredAt"));
  }

  /** What was never received of an endpoint that is gone. */
  void end(UUID endpoint) {
    var open = query(where("endpoint").is(endpoint).and("status").in(PENDING, EXHAUSTED));
    mongo.updateMulti(open, new Update().set("status", ENDED), Delivery.class);
  }

  /** Counted up to {@value #COUNTED}. */
  public long count(UUID endpoint, Delivery.Status... status) {
    return mongo.count(
        query(where("endpoint").is(endpoint).and("status").in((Object[]) status)).limit(COUNTED),
        Delivery.class);
  }

  public boolean urgentWaits(UUID endpoint) {
    var pending = where("endpoint").is(endpoint).and("status").is(PENDING);
    return mongo.exists(query(pending.and("urgent").is(true)), Delivery.class);
  }

  /**
   * The log of an endpoint, newest first.
   *
   * @param after cursor of the last one shown
   */
  public Page<Delivery> log(
      UUID endpoint, Delivery.@Nullable Status status, @Nullable String after, int limit) {
    List<Criteria> wanted = new ArrayList<>(List.of(where("endpoint").is(endpoint)));
    if (status != null) {
      wanted.add(where("status").is(status));
    }
    if (after != null) {
      wanted.add(NEWEST_FIRST.following(after));
    }
    var read = query(new Criteria().andOperator(wanted)).with(NEWEST_FIRST.sort());
    return NEWEST_FIRST.page(mongo.find(read.limit(limit + 1), Delivery.class), limit);
  }

  /**
   * What can be replayed of a span: received at the address of today, or put aside.
   *
   * @param urlSince what was received before went to another address
   * @return one more than {@value #REPLAYED} at most
   */
  public List<Delivery> replayable(UUID endpoint, Instant from, Instant to, Instant urlSince) {
    var span = where("endpoint").is(endpoint).and("createdAt").gte(from).lt(to);
    span.orOperator(
        where("status").is(EXHAUSTED),
        where("status").is(DELIVERED).and("deliveredAt").gte(urlSince));
    var oldestFirst = Sort.by("createdAt", "_id");
    return mongo.find(query(span).with(oldestFirst).limit(REPLAYED + 1), Delivery.class);
  }

  private void update(Delivery delivery, Update update) {
    mongo.updateFirst(query(of(delivery)), update, Delivery.class);
  }

  private Optional<Delivery> one(Query query) {
    return Optional.ofNullable(mongo.findOne(query, Delivery.class));
  }

  private static Update tried(DeliveryAttempt attempt) {
    var update = new Update().inc("tries", 1);
    update.push("attempts").slice(-KEPT_ATTEMPTS).each(attempt);
    return update;
  }

  private static Criteria of(UUID caseId, UUID endpoint) {
    return where("caseId").is(caseId).and("endpoint").is(endpoint);
  }

  private static Criteria of(Delivery delivery) {
    return where("_id").is(delivery.id()).and("caseId").is(delivery.caseId());
  }
}
