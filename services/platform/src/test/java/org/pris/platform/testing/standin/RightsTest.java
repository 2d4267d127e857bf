package org.pris.platform.testing.standin;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("At the stand-in, a client that says it is the timeline")
class RightsTest {

  static final MongoStandIn STAND_IN =
      MongoStandIn.withRights(Path.of("../../deploy/mongodb/access.json"));

  static final MongoClient TIMELINE = Driver.to(STAND_IN.uri("") + "&appName=timeline");
  static final MongoClient NAMELESS = Driver.to(STAND_IN.uri(""));

  final Document entry = new Document("seq", 1);

  @AfterAll
  static void stop() {
    TIMELINE.close();
    NAMELESS.close();
    STAND_IN.close();
  }

  static MongoCollection<Document> its(String collection) {
    return TIMELINE.getDatabase("pris_local_timeline").getCollection(collection);
  }

  @Test
  @DisplayName("adds entries and reads them, and can neither change one nor take one away")
  void entries() {
    var entries = its("entries");
    entries.createIndex(Indexes.ascending("seq"));
    entries.insertOne(entry);

    assertThat(entries.find().first()).isEqualTo(entry);
    assertThat(entries.countDocuments()).isPositive();
    refused(() -> entries.updateOne(eq("seq", 1), set("seq", 2)));
    refused(() -> entries.findOneAndUpdate(eq("seq", 1), set("seq", 2)));
    refused(() -> entries.deleteOne(eq("seq", 1)));
    refused(() -> entries.findOneAndDelete(eq("seq", 1)));
    refused(entries::drop);
  }

  @Test
  @DisplayName("changes contents, but does not take them away whole")
  void contents() {
    var contents = its("contents");
    contents.updateOne(eq("_id", 1), set("text", "x"), new UpdateOptions().upsert(true));
    contents.findOneAndUpdate(
        eq("_id", 2), set("text", "y"), new FindOneAndUpdateOptions().upsert(true));

    assertThat(contents.find(eq("_id", 1)).first()).containsEntry("text", "x");
    refused(() -> contents.deleteMany(new Document()));
  }

  @Test
  @DisplayName("adds to what is audited, and can neither change nor take away any of it")
  void audit() {
    var audit = its("audit");
    audit.insertOne(new Document("_id", 1));

    refused(() -> audit.updateOne(eq("_id", 1), set("outcome", "x")));
    refused(() -> audit.deleteMany(new Document()));
    refused(audit::drop);
  }

  @Test
  @DisplayName("gets at nobody else's database, and at no collection that no table names")
  void elsewhere() {
    refused(
        () -> TIMELINE.getDatabase("pris_local_triage").getCollection("entries").find().first());
    refused(() -> its("cases").find().first());
    refused(() -> its("invented").insertOne(new Document()));
  }

  @Test
  @DisplayName("is held to more than a client without a name, such as a test")
  void nameless() {
    var others = NAMELESS.getDatabase("pris_local_timeline").getCollection("elsewhere");
    others.insertOne(new Document("_id", 1));

    assertThatCode(() -> others.deleteOne(eq("_id", 1))).doesNotThrowAnyException();
  }

  private static void refused(ThrowingCallable attempt) {
    assertThatThrownBy(attempt).hasMessageContaining("timeline is not authorized");
  }
}
