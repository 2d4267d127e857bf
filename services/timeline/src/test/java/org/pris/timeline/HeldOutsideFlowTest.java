package org.pris.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pris.timeline.Given.NOON;
import static org.pris.timeline.Given.RESPONDER;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.CaseEvent.CaseTaken;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Event;
import org.pris.contracts.NotificationEvent.AnchorAccepted;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.pris.timeline.chain.Anchors;
import org.pris.timeline.entry.ChainTip;
import org.pris.timeline.entry.Entry;
import org.pris.timeline.entry.EntryHeader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

@FlowTest
@DisplayName("A chain of which an agency has accepted an anchor")
class HeldOutsideFlowTest {

  @Autowired Published published;

  @Autowired Callers callers;

  @Autowired MongoOperations mongo;

  @Autowired Anchors anchors;

  final Given given = Given.aCase();

  @BeforeEach
  void twoEntries() {
    var taken = new CaseTaken(given.state(1, CaseStatus.IN_TRIAGE));
    published.send(Topics.CASES, given.event(RESPONDER, taken));
    await().until(() -> lead().status("") == 200 && lead().entries().size() == 1);
    lead().post("", Given.note("Deux"), 201);
    anchors.fold();
  }

  @Test
  @DisplayName("says how far it is held outside and since when, however often it is told")
  void held() {
    assertThat(lead().verification().path("heldOutside").isNull()).isTrue();

    var second = accepted(2, hash(2), NOON.plusSeconds(20));
    published.send(Topics.NOTIFICATIONS, second);
    published.send(Topics.NOTIFICATIONS, second);
    published.send(Topics.NOTIFICATIONS, accepted(1, hash(1), NOON.plusSeconds(10)));
    await().until(() -> receipts() == 2);

    var found = lead().verification();
    assertThat(found.path("valid").asBoolean()).isTrue();
    assertThat(found.at("/heldOutside/seq").asLong()).isEqualTo(2);
    assertThat(found.at("/heldOutside/since").asString())
        .isEqualTo(NOON.plusSeconds(20).toString());
    assertThat(found.at("/heldOutside/differsAt").isNull()).isTrue();
    assertThat(lead().entries()).hasSize(2);
  }

  @Test
  @DisplayName("that is rewritten whole, together with its anchors, is not what is held outside")
  void rewrittenWithItsAnchors() {
    published.send(Topics.NOTIFICATIONS, accepted(2, hash(2), NOON));
    await().until(() -> receipts() == 1);

    rewriteSecond();

    var found = lead().verification();
    assertThat(found.at("/anchored/hash").asString()).isEqualTo(hash(2));
    assertDiffers(found);
  }

  @Test
  @DisplayName("keeps a copy that contradicts it, whatever else is told later")
  void contradicted() {
    published.send(Topics.NOTIFICATIONS, accepted(2, "f".repeat(64), NOON.minusSeconds(5)));
    published.send(Topics.NOTIFICATIONS, accepted(2, hash(2), NOON));
    await().until(() -> receipts() == 2);

    assertDiffers(lead().verification());
  }

  @Test
  @DisplayName("takes that word from the topic of notification alone")
  void forged() {
    var forged = accepted(2, "f".repeat(64), NOON);
    published.send(Topics.CASES, forged);
    await().until(() -> !published.of(Topics.deadLetters(Topics.CASES), given.id()).isEmpty());

    assertThat(receipts()).isZero();
    assertThat(lead().verification().path("valid").asBoolean()).isTrue();
  }

  private static void assertDiffers(JsonNode found) {
    assertThat(found.path("valid").asBoolean()).isFalse();
    assertThat(found.path("firstInvalid").asLong()).isEqualTo(2);
    assertThat(found.path("fault").asString()).isEqualTo("COPY_DIFFERS");
    assertThat(found.at("/heldOutside/differsAt").asLong()).isEqualTo(2);
  }

  /** As somebody does who rules the whole database: entry, end and a new anchor agree again. */
  private void rewriteSecond() {
    var head = EntryHeader.read(entry(2).head());
    var forged =
        Entry.of(
            new EntryHeader(
                1,
                head.caseId(),
                2,
                head.eventId(),
                head.type(),
                head.kind(),
                head.audience(),
                NOON.minusSeconds(3_600),
                head.recordedAt(),
                head.role(),
                null,
                head.tlp(),
                null,
                head.seals(),
                head.previousHash()));
    mongo.updateFirst(
        query(where("caseId").is(given.id()).and("seq").is(2L)),
        Update.update("head", forged.head()).set("hash", forged.hash()),
        Entry.class);
    mongo.updateFirst(
        query(where("_id").is(given.id())),
        Update.update("hash", forged.hash()).set("dirty", true),
        ChainTip.class);
    anchors.fold();
  }

  private Event<Object> accepted(long seq, String hash, Instant at) {
    return given.event(null, new AnchorAccepted(given.id(), seq, hash, UUID.randomUUID(), at));
  }

  private long receipts() {
    return mongo.count(query(where("caseId").is(given.id())), "receipts");
  }

  private String hash(long seq) {
    return entry(seq).hash();
  }

  private Entry entry(long seq) {
    return Objects.requireNonNull(
        mongo.findOne(query(where("caseId").is(given.id()).and("seq").is(seq)), Entry.class));
  }

  private Calls lead() {
    return Calls.of(callers.as("lead1", Role.LEAD), given.id());
  }
}
