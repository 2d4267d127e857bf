package org.pris.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pris.timeline.Given.DECLARANT;
import static org.pris.timeline.Given.RESPONDER;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.CaseEvent.CaseTaken;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.DeclarationEvent.DeclarationSubmitted;
import org.pris.contracts.Event;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.pris.timeline.chain.Anchor;
import org.pris.timeline.chain.Anchors;
import org.pris.timeline.chain.Contents;
import org.pris.timeline.entry.Entry;
import org.pris.timeline.entry.EntryHeader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import tools.jackson.databind.JsonNode;

@FlowTest
@DisplayName("A chain")
class TamperingFlowTest {

  @Autowired Published published;

  @Autowired Callers callers;

  @Autowired MongoOperations mongo;

  @Autowired Contents contents;

  @Autowired Anchors anchors;

  @Autowired KafkaListenerEndpointRegistry listeners;

  final Given given = Given.aCase();
  final Event<Object> declared =
      given.event(DECLARANT, new DeclarationSubmitted(given.declaration("Patiente Dupont citée")));

  @BeforeEach
  void fourEntries() {
    published.send(
        Topics.CASES, given.event(RESPONDER, new CaseTaken(given.state(1, CaseStatus.IN_TRIAGE))));
    await().until(() -> lead().status("") == 200 && lead().entries().size() == 1);
    published.send(Topics.DECLARATIONS, declared);
    await().until(() -> lead().entries().size() == 2);
    // from here on nobody hears: a note's own event would bring an entry back that was taken out
    listeners.stop();
    lead().post("", Given.note("Trois"), 201);
    lead().post("", Given.note("Quatre"), 201);
  }

  @AfterEach
  void hearAgain() {
    listeners.start();
  }

  @Test
  @DisplayName("shows the first entry whose head was changed in the database")
  void headChanged() {
    var third = entry(3);
    tamper("entries", third, "head", third.getString("head").replace("FACT", "DECISION"));

    assertVerification(false, 4, 3L, 0);
  }

  @Test
  @DisplayName("shows the first entry whose text was changed, even with its index untouched")
  void textChanged() {
    var third = entry(3);
    mongo.updateFirst(
        query(where("_id").is(third.get("eventId"))),
        Update.update("text", "[\"salt\",\"Trois mille\"]"),
        "contents");

    assertVerification(false, 4, 3L, 0);
  }

  @Test
  @DisplayName("shows an entry that was opened to another audience beside its head")
  void audienceChanged() {
    tamper("entries", entry(4), "audience", "ESTABLISHMENT");

    assertVerification(false, 4, 4L, 0);
  }

  @Test
  @DisplayName("shows where an entry was taken out, from its middle or its end")
  void entryRemoved() {
    mongo.remove(query(where("_id").is(entry(4).get("_id"))), "entries");
    assertVerification(false, 3, 4L, 0);

    mongo.remove(query(where("_id").is(entry(2).get("_id"))), "entries");
    assertVerification(false, 2, 2L, 0);
  }

  @Test
  @DisplayName("rewritten as a whole does not hold what an anchor has told the world")
  void rewrittenAsAWhole() {
    anchors.fold();
    var told = published.await(Topics.TIMELINE, anchorId(), "timeline.anchored.v1");
    assertThat(told.path("data").path("root").asString())
        .isEqualTo(anchored().path("root").asString());
    assertThat(told.at("/data/chains").findValuesAsString("hash"))
        .contains(anchored().path("hash").asString());
    assertVerification(true, 4, null, 0);

    var fourth = entry(4);
    var head = EntryHeader.read(fourth.getString("head"));
    var forged =
        Entry.of(
            new EntryHeader(
                1,
                head.caseId(),
                4,
                head.eventId(),
                head.type(),
                head.kind(),
                head.audience(),
                Given.NOON,
                head.recordedAt(),
                head.role(),
                null,
                head.tlp(),
                null,
                head.seals(),
                head.previousHash()));
    tamper("entries", fourth, "head", forged.head());
    tamper("entries", fourth, "hash", forged.hash());

    assertVerification(false, 4, 4L, 0);
  }

  private void assertVerification(
      boolean valid, int entries, @Nullable Long firstInvalid, int redacted) {
    var found = lead().verification();
    assertThat(found.path("valid").asBoolean()).isEqualTo(valid);
    assertThat(found.path("entries").asInt()).isEqualTo(entries);
    assertThat(found.path("redacted").asInt()).isEqualTo(redacted);
    assertThat(found.path("firstInvalid").toString()).isEqualTo(String.valueOf(firstInvalid));
  }

  private JsonNode anchored() {
    return lead().verification().path("anchored");
  }

  private Object anchorId() {
    return Objects.requireNonNull(
            mongo.findOne(
                query(where("root").is(anchored().path("root").asString())), Anchor.class))
        .id();
  }

  private Document entry(long seq) {
    return Objects.requireNonNull(
        mongo.findOne(
            query(where("caseId").is(given.id()).and("seq").is(seq)), Document.class, "entries"));
  }

  private void tamper(String collection, Document document, String field, String value) {
    var one = query(where("_id").is(document.get("_id")));
    mongo.updateFirst(one, Update.update(field, value), collection);
  }

  private Calls lead() {
    return Calls.of(callers.as("lead1", Role.LEAD), given.id());
  }
}
