package org.pris.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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

@NotificationFlow
@DisplayName("An anchor of timelines")
class AnchorFlowTest {

  static final String HASH = "ab".repeat(32);
  static final String ROOT = "cd".repeat(32);

  @Autowired Callers callers;
  @Autowired Published published;

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
  void told() {
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

  /** Of the case, and of one that nobody was told of. */
  private Event<Object> anchor(long seq) {
    var heads =
        List.of(new ChainHead(theCase.id(), seq, HASH), new ChainHead(other.id(), seq, HASH));
    var data = new TimelineAnchored(UUID.randomUUID(), "00", ROOT, heads.size(), heads);
    return new Event<>(data.anchor(), CaseFixture.AT, data.anchor(), 1, null, false, data);
  }
}
