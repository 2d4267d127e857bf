package org.pris.platform.testing.standin;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The indexes of the stand-in")
class StandInIndexTest {

  final MongoStandIn standIn = MongoStandIn.inMemory();
  final MongoClient client = Driver.to(standIn.uri(""));
  final MongoCollection<Document> indexed = client.getDatabase("test").getCollection("indexed");
  final MongoCollection<Document> plain = client.getDatabase("test").getCollection("plain");
  final Random random = new Random(7);

  @AfterEach
  void stop() {
    client.close();
    standIn.close();
  }

  @Test
  @DisplayName("find what reading every document finds, in the same order")
  void sameAsScan() {
    indexed.createIndex(ascending("a", "b"));
    indexed.createIndex(ascending("a", "c", "_id"));
    indexed.createIndex(ascending("b"), new IndexOptions().sparse(true));
    indexed.createIndex(ascending("a", "n"), new IndexOptions().unique(true));
    for (var i = 0; i < 1_200; i++) { // more of each value than are sorted rather than walked
      var document = new Document("_id", i).append("n", i).append("a", random.nextInt(2));
      both(it -> it.insertOne(document));
      change(random.nextInt(i + 1));
    }

    for (var i = 0; i < 300; i++) {
      var query = and(ofA(), ofAnother());
      assertThat(ids(indexed.find(query).into(new ArrayList<>())))
          .containsExactlyInAnyOrderElementsOf(ids(plain.find(query).into(new ArrayList<>())));
      for (var field : List.of("n", "c")) {
        var order = random.nextBoolean() ? Sorts.ascending(field) : Sorts.descending(field);
        assertThat(first(indexed, query, order, field))
            .isEqualTo(first(plain, query, order, field));
      }
      var byTwo = Sorts.ascending("c", "_id");
      assertThat(first(indexed, query, byTwo, "_id")).isEqualTo(first(plain, query, byTwo, "_id"));
    }
  }

  private void change(int id) {
    var update =
        switch (random.nextInt(4)) {
          case 0 -> combine(set("b", random.nextInt(5)), set("c", random.nextInt(9)));
          case 1 -> combine(unset("b"), set("c", random.nextInt(9)));
          case 2 -> set("b", List.of(random.nextInt(5), random.nextInt(5)));
          default -> combine(set("a", random.nextInt(3)), unset("c"));
        };
    both(it -> it.updateOne(eq("_id", id), update));
    if (random.nextInt(20) == 0) {
      both(it -> it.deleteOne(eq("_id", id)));
    }
  }

  private Bson ofA() {
    return random.nextBoolean() ? eq("a", random.nextInt(3)) : in("a", random.nextInt(3), 1);
  }

  private Bson ofAnother() {
    var value = random.nextInt(9);
    return switch (random.nextInt(8)) {
      case 0 -> eq("b", value);
      case 1 -> gte("c", value);
      case 2 -> and(gt("c", value - 4), lt("c", value));
      case 3 -> lte("n", value * 120);
      case 4 -> in("b", List.of(value, 1));
      case 5 -> lte("c", value);
      case 6 -> in("a", 1, 1L, 1.0, 0);
      default -> eq("c", null);
    };
  }

  private void both(java.util.function.Consumer<MongoCollection<Document>> change) {
    change.accept(indexed);
    change.accept(plain);
  }

  private static List<Object> ids(List<Document> documents) {
    return documents.stream().map(it -> it.get("_id")).toList();
  }

  private static List<String> first(
      MongoCollection<Document> some, Bson query, Bson order, String field) {
    return some.find(query).sort(order).limit(5).into(new ArrayList<>()).stream()
        .map(it -> String.valueOf(it.get(field)))
        .toList();
  }

  @Test
  @DisplayName("spare what is done for each declaration the reading of a whole collection")
  void hotPaths() {
    indexed.createIndex(ascending("caseId", "seq"), new IndexOptions().unique(true));
    indexed.createIndex(ascending("endpoint", "dueAt", "headSince"));
    indexed.createIndex(ascending("endpoint", "headSince"));
    var cases = IntStream.range(0, 20_000).mapToObj(_ -> UUID.randomUUID()).toList();
    indexed.insertMany(cases.stream().map(StandInIndexTest::document).toList());
    indexed.insertMany(cases.stream().map(StandInIndexTest::resting).toList());

    var before = cpu();
    for (var id : cases.subList(0, 500)) {
      var alone = and(eq("_id", id), eq("outbox._id", id), size("outbox", 1));
      indexed.bulkWrite(List.of(new UpdateOneModel<>(alone, set("outbox", List.of()))));
      assertThat(indexed.find(eq("caseId", id)).sort(Sorts.descending("seq")).first()).isNotNull();
      var due = and(eq("endpoint", "e"), lte("dueAt", 0), lte("leaseUntil", 1));
      assertThat(indexed.find(due).sort(Sorts.ascending("dueAt", "headSince")).limit(10)).isEmpty();
      var resting = and(eq("endpoint", "r"), lte("dueAt", 0), lte("leaseUntil", 1));
      assertThat(indexed.find(resting).sort(Sorts.ascending("dueAt")).limit(1)).isEmpty();
    }

    // a scan of 40,000 documents takes some milliseconds: 2,000 of them far over ten seconds
    assertThat(cpu().minus(before)).isLessThan(Duration.ofSeconds(6));
  }

  /** Of this process, the stand-in with it: others on the machine slow it down by nothing. */
  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  private static Document document(UUID id) {
    return new Document("_id", id)
        .append("caseId", id)
        .append("seq", 1L)
        .append("endpoint", "e")
        .append("dueAt", 1)
        .append("headSince", 1)
        .append("leaseUntil", 0)
        .append("outbox", List.of(new Document("_id", id)));
  }

  /** Without a time to be due at. */
  private static Document resting(UUID id) {
    return new Document("caseId", id)
        .append("seq", 2L)
        .append("endpoint", "r")
        .append("leaseUntil", 0);
  }
}
