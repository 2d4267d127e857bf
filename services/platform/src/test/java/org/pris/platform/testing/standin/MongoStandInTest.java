package org.pris.platform.testing.standin;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The stand-in behaves, for what the services use, as a mongod does; else it refuses. */
@DisplayName("The stand-in for MongoDB")
class MongoStandInTest extends SharedStandIn {

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
    client.getDatabase("listed").getCollection("some").insertOne(new Document("a", 1));

    assertThat(client.listDatabaseNames()).contains("listed", "test");
  }

  @Test
  @DisplayName("drops one database and not those whose names begin alike")
  void drop() {
    var neighbour = client.getDatabase("drop_this_not").getCollection("kept");
    neighbour.insertOne(new Document("_id", 1));
    var dropped = client.getDatabase("drop_this");
    dropped.getCollection("gone").insertOne(new Document("_id", 1));

    dropped.drop();

    assertThat(dropped.listCollectionNames()).isEmpty();
    assertThat(neighbour.countDocuments()).isOne();
    dropped.getCollection("gone").insertOne(new Document("_id", 1));
    assertThat(dropped.getCollection("gone").countDocuments()).isOne();
  }
}
