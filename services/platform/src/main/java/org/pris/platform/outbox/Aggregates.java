package org.pris.platform.outbox;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bson.Document;
import org.pris.platform.problem.NotFound;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Reads and writes aggregates: state and the events still to be published in one atomic write of
 * one document, hence both or neither.
 *
 * <p>Updates, never saves: fields that this build does not know, entries that the relay already
 * pulled, and parts that listeners own survive. The lock guards what was read: nobody else wrote.
 */
public final class Aggregates {

  private static final int ATTEMPTS = 5;

  private final MongoOperations mongo;
  private final Outbox outbox;
  private final OutboxRelay relay;
  private final Clock clock;

  Aggregates(MongoOperations mongo, Outbox outbox, OutboxRelay relay, Clock clock) {
    this.mongo = mongo;
    this.outbox = outbox;
    this.relay = relay;
    this.clock = clock;
  }

  public <A extends Aggregate> Optional<A> find(Class<A> type, UUID id) {
    return Optional.ofNullable(mongo.findById(id, type));
  }

  /**
   * Writes a new aggregate.
   *
   * @throws org.springframework.dao.DuplicateKeyException where the id, or another unique key, is
   *     taken: the insert is the check
   */
  public <A extends Aggregate> A insert(Change<A> change) {
    var aggregate = change.aggregate();
    var document = AggregateUpdates.document(mongo, aggregate);
    document.put("lock", 1L);
    var entries = outbox.entries(change, 0);
    if (!entries.isEmpty()) {
      document.put("outbox", entries);
      document.put("outboxAt", clock.instant());
    }
    var collection = mongo.getCollectionName(aggregate.getClass());
    mongo.insert(document, collection);
    if (!entries.isEmpty()) {
      relay.wake(collection, aggregate.id(), entries);
    }
    return read(type(aggregate), document);
  }

  /**
   * Loads, decides, writes once. A race lost to another write is decided again on the newer state.
   *
   * @return the aggregate after
   * @throws NotFound where there is none
   */
  public <A extends Aggregate> A update(Class<A> type, UUID id, Function<A, Change<A>> decide) {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var stored = mongo.findById(id, Document.class, mongo.getCollectionName(type));
      if (stored == null) {
        throw new NotFound();
      }
      var before = read(type, stored);
      var change = decide.apply(before);
      if (!change.written()) {
        return before;
      }
      var after = write(type, stored, before, change);
      if (after.isPresent()) {
        return after.get();
      }
    }
    throw new OptimisticLockingFailureException("Lost " + ATTEMPTS + " races for " + id);
  }

  /**
   * Whether an event of this type still waits in the aggregate's outbox: nobody else knows of it.
   *
   * @param event {@code case.access-changed.v1}
   */
  public <A extends Aggregate> boolean waits(Class<A> type, UUID id, String event) {
    var named = Pattern.compile("\"type\":\"" + Pattern.quote(event) + "\"");
    return mongo.exists(query(where("_id").is(id).and("outbox.json").regex(named)), type);
  }

  /**
   * Writes a part that a listener owns, unless a newer event was there first.
   *
   * @param version of the event; stored as the part's {@code revision}
   * @return false where the event is older than what is stored, or the document does not exist
   */
  public <A extends Aggregate> boolean project(
      Class<A> type, UUID id, String part, long version, Object value) {
    var document = new Document();
    mongo.getConverter().write(value, document);
    document.remove("_class");
    document.put("revision", version);
    var older = where("_id").is(id).and(part + ".revision").lt(version);
    var result = mongo.updateFirst(query(older), Update.update(part, document), type);
    return result.getMatchedCount() > 0;
  }

  private <A extends Aggregate> Optional<A> write(
      Class<A> type, Document stored, A before, Change<A> change) {
    var expected = before.revision() + change.news();
    if (change.aggregate().revision() != expected) {
      throw new IllegalStateException("An aggregate's revision must count its events");
    }
    var document = AggregateUpdates.document(mongo, change.aggregate());
    var known = AggregateUpdates.document(mongo, before);
    var whole = UnknownFields.kept(document, known, stored);
    var update = AggregateUpdates.update(mongo, type, whole).inc("lock", 1L);
    List<Document> entries = new ArrayList<>(outbox.entries(change, before.revision()));
    if (!entries.isEmpty()) {
      update.push("outbox").each(entries.toArray());
      update.min("outboxAt", clock.instant());
    }
    var unchanged = where("_id").is(before.id()).and("lock").is(before.lock());
    if (mongo.updateFirst(query(unchanged), update, type).getMatchedCount() == 0) {
      return Optional.empty();
    }
    if (!entries.isEmpty()) {
      relay.wake(mongo.getCollectionName(type), before.id());
    }
    document.put("lock", before.lock() + 1);
    return Optional.of(read(type, document));
  }

  private <A> A read(Class<A> type, Document document) {
    return mongo.getConverter().read(type, document);
  }

  @SuppressWarnings("unchecked")
  private static <A extends Aggregate> Class<A> type(A aggregate) {
    return (Class<A>) aggregate.getClass();
  }
}
