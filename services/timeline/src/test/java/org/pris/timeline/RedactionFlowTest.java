package org.pris.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pris.timeline.Given.DECLARANT;
import static org.pris.timeline.Given.RESPONDER;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.CaseEvent.CaseTaken;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.DeclarationEvent.DeclarationSubmitted;
import org.pris.contracts.Event;
import org.pris.contracts.Role;
import org.pris.contracts.TimelineEvent.EntryRedacted;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.pris.platform.web.IdempotencyKey;
import org.pris.timeline.chain.Anchors;
import org.pris.timeline.chain.Contents;
import org.pris.timeline.entry.Content;
import org.pris.timeline.entry.SealedField;
import org.pris.timeline.recording.AuthoredEntry;
import org.pris.timeline.recording.Redaction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

@FlowTest
@DisplayName("A redacted chain")
class RedactionFlowTest {

  @Autowired Published published;

  @Autowired Callers callers;

  @Autowired MongoOperations mongo;

  @Autowired Contents contents;

  @Autowired Anchors anchors;

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
    lead().post("", Given.note("Trois"), 201);
    lead().post("", Given.note("Quatre"), 201);
  }

  @Test
  @DisplayName("verifies after a redaction, which leaves nothing of what it removed")
  void redacted() {
    var order = redaction("text", "author");
    var entry = lead().post("/2/redactions", order, 201, "once");
    var repeat = lead().post("/2/redactions", order, 201, "once");

    assertThat(repeat).isEqualTo(entry);
    assertThat(entry.path("text").asString()).isEqualTo("Identité d'une patiente");
    assertThat(entry.path("data").toString())
        .isEqualTo("{\"members\":[\"author\",\"text\"],\"orderedBy\":\"DPO\",\"seq\":2}");
    var second = lead().get("/2");
    assertThat(second.path("salts").path("text").isNull()).isTrue();
    assertThat(second.path("author").isNull()).isTrue();
    assertThat(second.path("data").isObject()).isTrue();
    assertThat(OutsideVerifier.faults(lead().entries())).isEmpty();
    assertVerification(true, 5, null, 1);
    var ofThisCase = query(where("line.caseId").is(given.id()));
    var stored = mongo.find(ofThisCase, Document.class, "contents").toString();
    assertThat(stored).contains("Trois").doesNotContain("Dupont");
    var told = published.await(Topics.TIMELINE, given.id(), "entry.redacted.v1");
    assertThat(told.path("data").toString()).doesNotContain("patiente").contains("\"seq\":2");
  }

  @Test
  @DisplayName("keeps what was redacted removed when its event comes again")
  void redactedStaysRedacted() {
    lead().post("/2/redactions", redaction("text"), 201);
    published.send(Topics.DECLARATIONS, declared);
    published.send(
        Topics.CASES, given.event(RESPONDER, new CaseTaken(given.state(2, CaseStatus.IN_TRIAGE))));

    await().until(() -> lead().entries().size() == 6);
    assertThat(lead().get("/2").path("text").isNull()).isTrue();
    assertThat(lead().post("/2/redactions", redaction("text"), 409).toString())
        .contains("already-redacted");
    lead().post("/99/redactions", redaction("text"), 404);
    lead().post("/2/redactions", redaction("everything"), 400);
    lead().post("/2/redactions", Map.of("members", List.of()), 400);
  }

  @Test
  @DisplayName("ends by itself a redaction that a crash interrupted after it was ordered")
  void interruptedRedaction() {
    var authored =
        new AuthoredEntry(
            given.id(),
            false,
            RESPONDER,
            new IdempotencyKey(UUID.randomUUID(), "digest"),
            Given.NOON);
    var order = new Redaction(List.of(SealedField.TEXT), "Identité", "DPO");

    contents.keep(
        authored.change(
            authored.content(2, order, List.of("text")),
            new EntryRedacted(given.id(), 2, List.of("text"))));

    await().until(() -> lead().entries().size() == 5);
    assertThat(lead().get("/2").path("text").isNull()).isTrue();
    assertThat(lead().get("/5").path("text").asString()).isEqualTo("Identité");
    assertVerification(true, 5, null, 1);
  }

  @Test
  @DisplayName("loses nothing to a message that the timeline did not order")
  void forged() {
    var second = UUID.fromString(lead().get("/2").path("eventId").asString());
    published.send(
        Topics.TIMELINE,
        given.event(RESPONDER, new EntryRedacted(given.id(), 2, List.of("text", "data"))));
    published.send(
        Topics.CASES, given.event(RESPONDER, new EntryRedacted(given.id(), 3, List.of("text"))));
    published.send(
        Topics.CASES, given.event(RESPONDER, new CaseTaken(given.state(2, CaseStatus.IN_TRIAGE))));

    await().until(() -> lead().entries().size() == 5);
    published.await(Topics.deadLetters(Topics.TIMELINE), given.id(), "entry.redacted.v1");
    published.await(Topics.deadLetters(Topics.CASES), given.id(), "entry.redacted.v1");
    assertThat(contents.find(second)).get().matches(Content::isWhole);
    assertThat(lead().get("/3").path("text").asString()).isEqualTo("Trois");
    assertVerification(true, 5, null, 0);
  }

  @Test
  @DisplayName("never loses what a redaction entry names, or a loss could pass for a redaction")
  void stays() {
    lead().post("/2/redactions", redaction("text"), 201);

    assertThat(lead().post("/5/redactions", redaction("data"), 409).toString())
        .contains("redaction-stays");
    lead().post("/5/redactions", redaction("text"), 201);
    assertVerification(true, 6, null, 2);
  }

  private void assertVerification(
      boolean valid, int entries, @Nullable Long firstInvalid, int redacted) {
    var found = lead().verification();
    assertThat(found.path("valid").asBoolean()).isEqualTo(valid);
    assertThat(found.path("entries").asInt()).isEqualTo(entries);
    assertThat(found.path("redacted").asInt()).isEqualTo(redacted);
    assertThat(found.path("firstInvalid").toString()).isEqualTo(String.valueOf(firstInvalid));
  }

  private Calls lead() {
    return Calls.of(callers.as("lead1", Role.LEAD), given.id());
  }

  private static Map<String, Object> redaction(String... members) {
    return Map.of(
        "members", List.of(members), "reason", "Identité d'une patiente", "orderedBy", "DPO");
  }
}
