package org.pris.platform.testing.standin;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ValidationOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The stand-in for MongoDB")
class StandInRefusalsTest extends SharedStandIn {

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
    refused(() -> client.getDatabase("test").createCollection("validated", validated));
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
    try (var session = client.startSession()) {
      session.startTransaction();
      assertThatThrownBy(() -> cases.insertOne(session, new Document("_id", 1)))
          .isInstanceOf(MongoClientException.class);
    }
    assertThatThrownBy(
            () -> client.getDatabase("admin").runCommand(new Document("commitTransaction", 1)))
        .isInstanceOf(MongoCommandException.class);
  }
}
