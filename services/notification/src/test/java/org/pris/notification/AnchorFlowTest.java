package org.pris.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Event;
import org.pris.contracts.TimelineEvent.ChainHead;
import org.pris.contracts.TimelineEvent.TimelineAnchored;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

@NotificationFlow
@DisplayName("An anchor of timelines")
class AnchorFlowTest {

  static final String HASH = "ab".repeat(32);
  static final String ROOT = "cd".repeat(32);

  @Autowired Callers callers;
  @Autowired Published published;
  @Autowired MongoOperations mongo;

  Agency agency;
  final CaseFixture theCase = CaseFixture.any();
  final CaseFixture other = CaseFixture.any();

  @BeforeEach
  void join() throws IOException {
    agency = Agency.join(callers);
  }

  @AfterEach
  void leave() {
    agency.close();
  }

  @Test
  @DisplayName("is told once of each case that the agency was told of before, as codes only")
  void isTold() {
    agency.patch(Map.of("events", List.of("case.*", "timeline.anchored")));
    published.send(Topics.CASES, theCase.at(1).taken());
    agency.arrive(1);
    var anchor = anchor(4);
    published.send(Topics.TIMELINE, anchor);
    published.send(Topics.TIMELINE, anchor);
    agency.arrive(2);
    published.send(Topics.TIMELINE, anchor(5));
    agency.arrive(3);
    agency.settle("DELIVERED");

    assertThat(agency.receiver().sequences()).containsExactly(1L, 2L, 3L);
    var got = agency.receiver().got().get(1);
    assertThat(got.signedWith(agency.secret())).isTrue();
    assertThat(got.json().propertyNames())
        .containsExactlyInAnyOrder("id", "type", "timestamp", "data");
    assertThat(got.json().path("type").asString()).isEqualTo("timeline.anchored.v1");
    assertThat(got.json().path("data").properties())
        .extracting(Map.Entry::getKey, it -> it.getValue().asString())
        .containsExactlyInAnyOrder(
            tuple("caseId", theCase.id().toString()),
            tuple("caseReference", theCase.state().reference()),
            tuple("sequence", "2"),
            tuple("seq", "4"),
            tuple("hash", HASH),
            tuple("root", ROOT));
  }

  @Test
  @DisplayName("is not told to an endpoint that did not ask for it")
  void notAsked() {
    published.send(Topics.CASES, theCase.at(1).taken());
    agency.arrive(1);
    published.send(Topics.TIMELINE, anchor(4));
    published.send(Topics.CASES, theCase.at(2).taken());
    agency.arrive(2);

    assertThat(agency.receiver().got())
        .noneMatch(it -> it.json().path("type").asString().startsWith("timeline."));
  }

  @Test
  @DisplayName("is said to be held once the endpoint has accepted it, and once for good")
  void accepted() {
    agency.patch(Map.of("events", List.of("case.*", "timeline.anchored")));
    published.send(Topics.CASES, theCase.at(1).taken());
    agency.arrive(1);
    agency.receiver().answers(500);
    published.send(Topics.TIMELINE, anchor(4));
    agency.arrive(3);
    assertThat(told()).isEmpty();

    agency.receiver().answers(204);
    var event = published.await(Topics.NOTIFICATIONS, theCase.id(), "anchor.accepted.v1");
    agency.settle("DELIVERED");
    assertThat(event.path("data").properties())
        .extracting(Map.Entry::getKey, it -> it.getValue().asString())
        .contains(
            tuple("caseId", theCase.id().toString()),
            tuple("seq", "4"),
            tuple("hash", HASH),
            tuple("endpoint", agency.id().toString()))
        .hasSize(5);

    var before = agency.receiver().got().size();
    agency.replayAll(Map.of());
    agency.arrive(before + 2);
    agency.settle("DELIVERED");
    published.send(Topics.TIMELINE, anchor(5));
    await().until(() -> told().size() > 1);
    assertThat(told())
        .extracting(it -> it.event().at("/data/seq").asLong())
        .containsExactly(4L, 5L);
  }

  @Test
  @DisplayName("is said to be held by the same event after a crash that forgot the answer")
  void crashed() {
    agency.patch(Map.of("events", List.of("case.*", "timeline.anchored")));
    published.send(Topics.CASES, theCase.at(1).taken());
    agency.arrive(1);
    published.send(Topics.TIMELINE, anchor(4));
    await().until(() -> told().size() == 1);
    agency.settle("DELIVERED");

    mongo.remove(query(where("caseId").is(theCase.id())), "receipts");
    agency.replayAll(Map.of());
    await().until(() -> told().size() == 2);

    assertThat(told())
        .extracting(it -> it.event().path("id").asString())
        .hasSize(2)
        .containsOnly(told().getFirst().event().path("id").asString());
  }

  private List<Published.Told> told() {
    return published.of(Topics.NOTIFICATIONS, theCase.id());
  }

  /** Of the case, and of one that nobody was told of. */
  private Event<Object> anchor(long seq) {
    var heads =
        List.of(new ChainHead(theCase.id(), seq, HASH), new ChainHead(other.id(), seq, HASH));
    var data = new TimelineAnchored(UUID.randomUUID(), "00", ROOT, heads.size(), heads);
    return new Event<>(data.anchor(), CaseFixture.AT, data.anchor(), 1, null, false, data);
  }
}
