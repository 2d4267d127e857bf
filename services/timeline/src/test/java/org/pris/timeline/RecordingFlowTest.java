package org.pris.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pris.timeline.Given.DECLARANT;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Audience;
import org.pris.contracts.CaseEvent.CaseOpened;
import org.pris.contracts.CaseEvent.CaseTaken;
import org.pris.contracts.CaseSource;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.DeclarationEvent.DeclarationSubmitted;
import org.pris.contracts.Role;
import org.pris.contracts.TaskEvent.GestureAnswer;
import org.pris.contracts.TaskEvent.TaskAnswered;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.OpenApiDocument;
import org.pris.platform.testing.Published;
import org.pris.timeline.chain.Entries;
import org.pris.timeline.entry.Entry;
import org.springframework.beans.factory.annotation.Autowired;

@FlowTest
@DisplayName("A timeline")
class RecordingFlowTest {

  @Autowired Published published;

  @Autowired Callers callers;

  @Autowired Entries entries;

  final Given given = Given.aCase();

  @Test
  @DisplayName("holds each event of all four topics once, in a chain that outsiders can verify")
  void fourTopics() {
    var declared =
        given.event(DECLARANT, new DeclarationSubmitted(given.declaration("Écran « de rançon »")));
    var opened =
        given.event(
            null,
            new CaseOpened(
                given.state(1, CaseStatus.RECEIVED),
                CaseSource.DECLARATION,
                "DEC-2026-000042",
                Given.NOON,
                "Écran « de rançon »"));
    var answered =
        given.event(
            DECLARANT,
            new TaskAnswered(
                given.state(1, CaseStatus.RECEIVED),
                given.progress(),
                given.task(Audience.ESTABLISHMENT, "Couper Internet"),
                GestureAnswer.DONE));
    published.send(Topics.DECLARATIONS, declared);
    published.send(Topics.CASES, opened);
    published.send(Topics.CASES, opened); // a repeat
    published.send(Topics.TASKS, answered);
    published.send(Topics.DECLARATIONS, declared); // another, late

    var timeline = asResponder();
    await().until(() -> timeline.status("") == 200 && timeline.entries().size() >= 3);
    timeline.post(
        "", Given.note("Appel du directeur.\tIl confirme : \"tout\" est chiffré \u2028"), 201);
    await().until(() -> published.of(Topics.TIMELINE, given.id()).size() == 1);

    assertThat(timeline.types())
        .containsExactlyInAnyOrder(
            "declaration.submitted.v1", "case.opened.v1", "task.answered.v1", "note.written.v1");
    assertThat(OutsideVerifier.faults(timeline.entries())).isEmpty();
    assertThat(timeline.verification().path("valid").asBoolean()).isTrue();
    assertThat(timeline.verification().path("entries").asInt()).isEqualTo(4);
  }

  @Test
  @DisplayName("takes an event of a type never heard of, for responders alone, its words as text")
  void unknownType() {
    published.send(
        Topics.CASES, given.event(null, new CaseTaken(given.state(1, CaseStatus.IN_TRIAGE))));
    published.send(
        Topics.TASKS,
        given.id(),
        """
        {"id": "%s", "type": "task.dreamt-of.v7", "timestamp": "2026-11-24T12:00:00.123456Z",
         "subject": "%s", "version": 9, "exercise": false,
         "data": {"code": "DEEP", "ratio": 0.5, "big": 9007199254740993, "count": 7,
                  "who": {"said": "Monsieur Untel rappelle"}, "odd": "\\ud800"}}
        """
            .formatted(UUID.randomUUID(), given.id()));

    var timeline = asResponder();
    await().until(() -> timeline.status("") == 200 && timeline.entries().size() == 2);
    var entry =
        timeline.entries().stream()
            .filter(it -> it.path("type").asString().startsWith("task."))
            .findFirst()
            .orElseThrow();

    assertThat(entry.path("audience").asString()).isEqualTo("RESPONDERS");
    assertThat(entry.path("occurredAt").asString()).isEqualTo("2026-11-24T12:00:00.123Z");
    assertThat(entry.path("text").asString()).isEqualTo("Monsieur Untel rappelle\n\n?");
    assertThat(entry.path("data").toString())
        .isEqualTo(
            """
            {"big":"9007199254740993","code":"DEEP","count":7,"ratio":"0.5",\
            "texts":["who.said","odd"],"who":{}}\
            """);
    assertThat(OutsideVerifier.faults(timeline.entries())).isEmpty();
  }

  @Test
  @DisplayName("leaves out what is no case's: the registry's changes and the anchors")
  void notOfACase() {
    published.send(
        Topics.DECLARATIONS,
        given.id(),
        """
        {"id": "%s", "type": "establishment.registered.v1", "timestamp": "2026-11-24T12:00:00Z",
         "subject": "%s", "version": 1, "exercise": false, "data": {}}
        """
            .formatted(UUID.randomUUID(), given.id()));
    var after = given.event(DECLARANT, new DeclarationSubmitted(given.declaration("Après")));
    published.send(Topics.DECLARATIONS, after);

    await().until(() -> !entries.from(given.id(), 0, 10).isEmpty());
    assertThat(entries.from(given.id(), 0, 10))
        .extracting(Entry::eventId)
        .containsExactly(after.id());
  }

  @Test
  @DisplayName("describes its API")
  void openApi() {
    assertThat(OpenApiDocument.write(callers.as("responder1", Role.RESPONDER), "timeline"))
        .content()
        .contains("/api/cases/{id}/timeline", "previousHash");
  }

  private Calls asResponder() {
    return Calls.of(callers.as("responder1", Role.RESPONDER), given.id());
  }
}
