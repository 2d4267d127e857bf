package org.pris.platform.outbox;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.ReadConcern;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The documents that carry entries in their {@code outbox}; a mark says since when. */
final class PendingOutbox {

  /** What is younger is with whoever was woken for it. */
  private static final Duration LEFT_BEHIND = Duration.ofSeconds(5);

  private static final int COUNTED = 10_000;

  private final MongoOperations mongo;
  private final Clock clock;

  PendingOutbox(MongoOperations mongo, Clock clock) {
    this.mongo = mongo;
    this.clock = clock;
  }

  void index(String collection) {
    mongo.indexOps(collection).createIndex(new Index("outboxAt", Sort.Direction.ASC).sparse());
  }

  /** Ids of those that a crash or an outage left, oldest first. */
  List<Object> leftBehind(String collection, int limit) {
    var old = where("outboxAt").lt(clock.instant().minus(LEFT_BEHIND));
    var oldest = query(old).with(Sort.by("outboxAt")).limit(limit);
    oldest.fields().include("_id");
    return mongo.find(oldest, Document.class, collection).stream().map(PendingOutbox::id).toList();
  }

  /** Since when the one that waits longest has done so; null where none waits. */
  @Nullable Instant oldest(String collection) {
    var first = query(where("outboxAt").exists(true)).with(Sort.by("outboxAt")).limit(1);
    first.fields().include("outboxAt");
    var found = mongo.findOne(first, Document.class, collection);
    return found == null ? null : found.getDate("outboxAt").toInstant();
  }

  /** How many wait; beyond some number it no longer matters. */
  long count(String collection) {
    return mongo.count(query(where("outboxAt").exists(true)).limit(COUNTED), collection);
  }

  List<Document> read(String collection, List<Object> ids) {
    Query carrying = query(where("_id").in(ids)).withReadConcern(ReadConcern.MAJORITY);
    carrying.fields().include("outbox", "outboxAt");
    var found = mongo.find(carrying, Document.class, collection);
    // two relays at once can leave a mark and nothing behind it
    found.stream()
        .filter(it -> entries(it).isEmpty() && it.containsKey("outboxAt"))
        .forEach(it -> unmark(collection, id(it)));
    return found.stream().filter(it -> !entries(it).isEmpty()).toList();
  }

  /**
   * Takes the oldest entry out of each. Where it was the only one the mark goes with it, for nearly
   * all, in one round trip; where another came meanwhile it goes alone, and the mark stays.
   */
  void takeOut(String collection, List<Document> published) {
    if (published.isEmpty()) {
      return;
    }
    var alone =
        write(
            collection,
            published,
            (writes, document) ->
                writes.updateOne(
                    query(holding(document).and("outbox").size(1)),
                    new Update().set("outbox", List.of()).unset("outboxAt")));
    if (alone < published.size()) {
      write(
          collection,
          published,
          (writes, document) ->
              writes.updateOne(
                  query(holding(document)),
                  new Update().pull("outbox", new Document("_id", oldest(document)))));
    }
  }

  private int write(
      String collection, List<Document> published, BiConsumer<BulkOperations, Document> one) {
    var writes = mongo.bulkOps(BulkMode.UNORDERED, collection);
    published.forEach(it -> one.accept(writes, it));
    return writes.execute().getMatchedCount();
  }

  private static Criteria holding(Document document) {
    return where("_id").is(id(document)).and("outbox._id").is(oldest(document));
  }

  private static @Nullable Object oldest(Document document) {
    return entries(document).getFirst().get("_id");
  }

  private void unmark(String collection, Object id) {
    mongo.updateFirst(
        query(where("_id").is(id).and("outbox").size(0)),
        new Update().unset("outboxAt"),
        collection);
  }

  static Document carrier(Object id, List<Document> entries) {
    return new Document("_id", id).append("outbox", entries);
  }

  static Object id(Document document) {
    return Objects.requireNonNull(document.get("_id"));
  }

  static List<Document> entries(Document document) {
    return document.getList("outbox", Document.class, List.of());
  }
}
