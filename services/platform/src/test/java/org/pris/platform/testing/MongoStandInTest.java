package org.pris.platform.testing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
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

import com.mongodb.ConnectionString;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.ValidationOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The stand-in behaves, for what the services use, as a mongod does; else it refuses. */
@DisplayName("The stand-in for MongoDB")
class MongoStandInTest {

  static final MongoStandIn STAND_IN = MongoStandIn.inMemory();

  static final MongoClient CLIENT = client(STAND_IN.uri(""));

  MongoCollection<Document> cases = CLIENT.getDatabase("test").getCollection("unset");

  static MongoClient client(String uri) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(uri))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .build());
  }

  @BeforeAll
  static void reachable() {
    var hello = CLIENT.getDatabase("admin").runCommand(new Document("hello", 1));
    assertThat(hello.getBoolean("isWritablePrimary")).isTrue();
  }

  @AfterAll
  static void stop() {
    CLIENT.close();
    STAND_IN.close();
  }

  @BeforeEach
  void emptyCollection() {
    cases = CLIENT.getDatabase("test").getCollection("cases" + UUID.randomUUID());
  }

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
  @DisplayName("answers 11000 for a second document with the same unique key")
  void unique() {
    cases.createIndex(Indexes.ascending("caseId", "seq"), new IndexOptions().unique(true));
    cases.insertOne(new Document("caseId", "a").append("seq", 1));
    cases.insertOne(new Document("caseId", "a").append("seq", 2));

    assertThatThrownBy(() -> cases.insertOne(new Document("caseId", "a").append("seq", 2)))
        .isInstanceOfSatisfying(
            MongoWriteException.class, it -> assertThat(it.getCode()).isEqualTo(11_000));
  }

  @Test
  @DisplayName("removes documents that indexes hold which are not unique")
  void removes() {
    cases.createIndex(Indexes.compoundIndex(Indexes.ascending("at"), Indexes.descending("_id")));
    cases.insertMany(List.of(at(1, 5), new Document("_id", 2), at(3, 5), at(4, 9)));

    assertThat(cases.deleteMany(lt("at", 9)).getDeletedCount()).isEqualTo(2);
    assertThat(cases.deleteOne(eq("_id", 2)).getDeletedCount()).isEqualTo(1);
    assertThat(cases.find(gte("at", 0))).containsExactly(at(4, 9));
    assertThat(cases.countDocuments()).isEqualTo(1);
  }

  private static Document at(int id, int at) {
    return new Document("_id", id).append("at", at);
  }

  @Test
  @DisplayName("lets documents without the field of a sparse unique index live together")
  void sparse() {
    cases.createIndex(Indexes.ascending("reference"), new IndexOptions().unique(true).sparse(true));
    cases.insertMany(List.of(new Document(), new Document()));
    cases.insertOne(new Document("reference", "DEC-2026-000001"));

    assertThatThrownBy(() -> cases.insertOne(new Document("reference", "DEC-2026-000001")))
        .hasMessageContaining("11000");
    assertThat(cases.countDocuments(exists("reference", false))).isEqualTo(2);
    assertThat(cases.countDocuments(eq("reference", null))).isEqualTo(2);
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

  @Test
  @DisplayName("hands out a long list in batches, in order, with majority read concern")
  void cursors() {
    cases.insertMany(IntStream.range(0, 1_000).mapToObj(it -> new Document("_id", it)).toList());

    var all =
        cases
            .withReadConcern(ReadConcern.MAJORITY)
            .find(gte("_id", 100))
            .sort(Sorts.descending("_id"))
            .batchSize(64)
            .map(it -> it.getInteger("_id"))
            .into(new ArrayList<>());

    assertThat(all).hasSize(900).startsWith(999, 998).endsWith(101, 100);
    assertThat(cases.find().sort(Sorts.ascending("_id")).limit(5).into(new ArrayList<>()))
        .hasSize(5);
    assertThat(cases.aggregate(List.of(Aggregates.match(gte("_id", 10)))).into(new ArrayList<>()))
        .hasSize(990);
  }

  @Test
  @DisplayName("hands out more than a message holds")
  void largeResults() {
    var large = "x".repeat(1 << 20);
    for (var i = 0; i < 60; i++) {
      cases.insertOne(new Document("_id", i).append("text", large));
    }

    assertThat(cases.find().into(new ArrayList<>())).hasSize(60);
  }

  @Test
  @DisplayName("lists its databases")
  void lists() {
    CLIENT.getDatabase("listed").getCollection("some").insertOne(new Document("a", 1));

    assertThat(CLIENT.listDatabaseNames()).contains("listed", "test");
  }

  @Test
  @DisplayName("drops one database and not those whose names begin alike")
  void drop() {
    var neighbour = CLIENT.getDatabase("drop_this_not").getCollection("kept");
    neighbour.insertOne(new Document("_id", 1));
    var dropped = CLIENT.getDatabase("drop_this");
    dropped.getCollection("gone").insertOne(new Document("_id", 1));

    dropped.drop();

    assertThat(dropped.listCollectionNames()).isEmpty();
    assertThat(neighbour.countDocuments()).isOne();
    dropped.getCollection("gone").insertOne(new Document("_id", 1));
    assertThat(dropped.getCollection("gone").countDocuments()).isOne();
  }

  @Test
  @DisplayName("refuses what it would do wrongly without a word")
  void refusals() {
    refused(() ->
        cases.createIndex(
            Indexes.ascending("a"),
            new IndexOptions().unique(true).partialFilterExpression(exists("a"))));
    refused(() ->
        cases.createIndex(
            Indexes.ascending("a"), new IndexOptions().expireAfter(60L, TimeUnit.SECONDS)));
    refused(() -> cases.createIndex(Indexes.text("a")));
    var french = Collation.builder().locale("fr").build();
    refused(() -> cases.find().collation(french).first());
    refused(() -> cases.createIndex(Indexes.ascending("a"), new IndexOptions().collation(french)));
    var validated =
        new CreateCollectionOptions()
            .validationOptions(
                new ValidationOptions()
                    .validator(new Document("$jsonSchema", new Document("required", List.of()))));
    refused(() -> CLIENT.getDatabase("test").createCollection("validated", validated));
    refused(() -> cases.updateOne(eq("_id", 1), List.of(set("a", 1))));
    refused(() -> cases.watch().cursor());
  }

  private static void refused(ThrowingCallable command) {
    assertThatThrownBy(command)
        .isInstanceOf(MongoException.class)
        .hasMessageContaining("a real mongod can");
  }

  @Test
  @DisplayName("lets the driver refuse sessions, and with them transactions")
  void sessions() {
    try (var session = CLIENT.startSession()) {
      session.startTransaction();
      assertThatThrownBy(() -> cases.insertOne(session, new Document("_id", 1)))
          .isInstanceOf(MongoClientException.class);
    }
    assertThatThrownBy(
            () -> CLIENT.getDatabase("admin").runCommand(new Document("commitTransaction", 1)))
        .isInstanceOf(MongoCommandException.class);
  }

  private Document found(Object id) {
    return requireNonNull(cases.find(eq("_id", id)).first());
  }
}
