package org.pris.platform.testing.standin;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The stand-in for MongoDB")
class StandInWritesTest extends SharedStandIn {

  @Test
  @DisplayName("changes one document by id and lock, and only where both match")
  void optimisticLock() {
    var id = UUID.randomUUID();
    cases.insertOne(new Document("_id", id).append("lock", 1L).append("status", "RECEIVED"));

    var first = cases.updateOne(and(eq("_id", id), eq("lock", 1L)), taken());
    var second = cases.updateOne(and(eq("_id", id), eq("lock", 1L)), taken());

    assertThat(first.getMatchedCount()).isEqualTo(1);
    assertThat(second.getMatchedCount()).isZero();
    assertThat(found(id).getLong("lock")).isEqualTo(2);
    assertThat(found(id).getList("outbox", Document.class)).hasSize(2);
  }

  private static Bson taken() {
    var events = List.of(new Document("id", "a"), new Document("id", "b"));
    return combine(set("status", "IN_TRIAGE"), pushEach("outbox", events), inc("lock", 1L));
  }

  @Test
  @DisplayName("finds by id and revision without reading the collection")
  void indexedUpdate() {
    var ids = IntStream.range(0, 20_000).mapToObj(_ -> UUID.randomUUID()).toList();
    cases.insertMany(
        ids.stream()
            .map(it -> new Document("_id", it).append("part", new Document("revision", 0L)))
            .toList());

    var started = System.nanoTime();
    for (var id : ids.subList(0, 500)) {
      var older = and(eq("_id", id), lt("part.revision", 7L));
      assertThat(cases.updateOne(older, set("part.revision", 7L)).getModifiedCount()).isOne();
      assertThat(cases.updateOne(older, set("part.revision", 7L)).getMatchedCount()).isZero();
    }

    // a scan of 20,000 documents takes some milliseconds each: 1,000 of them far over ten seconds
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  @DisplayName("answers 11000 where an upsert by id and revision finds only a newer document")
  void gatedUpsert() {
    var id = UUID.randomUUID();
    var upsert = new UpdateOptions().upsert(true);
    cases.updateOne(and(eq("_id", id), lt("revision", 3L)), set("revision", 3L), upsert);

    assertThatThrownBy(() ->
            cases.updateOne(and(eq("_id", id), lt("revision", 2L)), set("revision", 2L), upsert))
        .hasMessageContaining("11000");
    assertThat(found(id).getLong("revision")).isEqualTo(3);
  }

  @Test
  @DisplayName("pulls what was published out of an outbox, and leaves the rest")
  void pullFromArray() {
    cases.insertOne(new Document("_id", 1).append("outbox", new ArrayList<>()));
    cases.updateOne(eq("_id", 1), push("outbox", new Document("id", "a")));
    cases.updateOne(eq("_id", 1), push("outbox", new Document("id", "b")));

    cases.updateOne(eq("_id", 1), pull("outbox", new Document("id", "a")));

    assertThat(found(1).getList("outbox", Document.class)).containsExactly(new Document("id", "b"));
  }

  @Test
  @DisplayName("changes the one element that an array filter names")
  void arrayFilter() {
    var tasks = List.of(new Document("id", "a"), new Document("id", "b"));
    cases.insertOne(new Document("_id", 1).append("tasks", tasks));

    cases.updateOne(
        eq("_id", 1),
        set("tasks.$[task].status", "DONE"),
        new UpdateOptions().arrayFilters(List.of(eq("task.id", "b"))));

    assertThat(found(1).getList("tasks", Document.class))
        .containsExactly(new Document("id", "a"), new Document("id", "b").append("status", "DONE"));
  }

  @Test
  @DisplayName("counts from one with findAndModify and an upsert, also for many at once")
  void counter() {
    var next = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    var numbers =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(_ -> cases.findOneAndUpdate(eq("_id", "DEC-2026"), inc("count", 1L), next))
            .map(it -> it.getLong("count"))
            .sorted()
            .toList();

    assertThat(numbers).doesNotHaveDuplicates().startsWith(1L).endsWith(200L);
  }

  @Test
  @DisplayName("sets on insert only, not on a later update")
  void onInsert() {
    var upsert = new UpdateOptions().upsert(true);
    for (var name : List.of("first", "second")) {
      cases.updateOne(eq("_id", 1), combine(setOnInsert("by", name), set("last", name)), upsert);
    }

    assertThat(found(1).getString("by")).isEqualTo("first");
    assertThat(found(1).getString("last")).isEqualTo("second");
  }

  @Test
  @DisplayName("ends an ordered bulk write at its first error")
  void orderedBulk() {
    cases.createIndex(Indexes.ascending("reference"), new IndexOptions().unique(true));
    cases.insertMany(
        List.of(
            new Document("_id", 1).append("reference", "a"),
            new Document("_id", 2).append("reference", "b"),
            new Document("_id", 3).append("reference", "c")));

    var writes =
        List.of(
            new UpdateOneModel<Document>(eq("_id", 1), set("reference", "d")),
            new UpdateOneModel<Document>(eq("_id", 2), set("reference", "c")),
            new UpdateOneModel<Document>(eq("_id", 3), set("reference", "e")));
    assertThatThrownBy(() -> cases.bulkWrite(writes))
        .isInstanceOfSatisfying(
            MongoBulkWriteException.class,
            it -> assertThat(it.getWriteErrors().getFirst().getIndex()).isEqualTo(1));

    assertThat(cases.distinct("reference", String.class)).containsExactlyInAnyOrder("d", "b", "c");
  }

  private Document found(Object id) {
    return requireNonNull(cases.find(eq("_id", id)).first());
  }
}
