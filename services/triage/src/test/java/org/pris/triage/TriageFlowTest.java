package org.pris.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.CaseState;
import org.pris.contracts.Event;
import org.pris.contracts.Progress;
import org.pris.contracts.Role;
import org.pris.contracts.TaskEvent.TasksLaidOut;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.OpenApiDocument;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

@FlowTest
@DisplayName("Triage")
class TriageFlowTest {

  @Autowired Callers callers;

  @Autowired Published published;

  @Autowired Cases cases;

  @Test
  @DisplayName("describes its API")
  void openApi() {
    assertThat(OpenApiDocument.write(callers.nobody(), "triage")).isNotEmptyFile();
  }

  @Test
  @DisplayName("opens one case for a declaration that is told twice")
  void once() {
    var declared = new Declared(published);
    var id = declared.ransomware("990000010");
    declared.submit(Facts.ransomware(id, "990000010"));
    declared.complement(Facts.ransomware(id, "990000010", 2));
    published.await(Topics.CASES, id, "case.complemented.v1");

    var told = published.of(Topics.CASES, id);
    assertThat(told)
        .extracting(Published.Told::type)
        .isEqualTo(List.of("case.opened.v1", "case.complemented.v1"));
    assertThat(told.getFirst().event().at("/data/theCase/reference").asString())
        .startsWith("PRIS-");
    assertThat(told.getFirst().event().at("/data/theCase/presumedSeverity").asString())
        .isEqualTo("MAJOR");
    assertThat(cases.find(id).orElseThrow().version()).as("nobody decided").isEqualTo(1);
  }

  @Test
  @DisplayName("takes a case from its opening to its closing, and tells each step in order")
  void declaredToClosed() {
    var id = new Declared(published).ransomware("990000010");
    var responder = new Steps(callers.as("responder1", Role.RESPONDER), id);
    var lead = new Steps(callers.as("lead1", Role.LEAD), id);
    // who has never called triage cannot be named
    callers.as("lead1", Role.LEAD).get().uri("/api/people").exchange().expectStatus().isOk();

    responder.move("{'action': 'take', 'version': 1}").expectStatus().isOk();
    responder.move(Steps.QUALIFY.formatted(2)).expectStatus().isOk();
    responder
        .move("{'action': 'engage', 'version': 3, 'lead': 'lead1', 'agreement': 'C-1'}")
        .expectStatus()
        .isForbidden();
    lead.move("{'action': 'engage', 'version': 3, 'lead': 'lead1', 'agreement': 'C-1'}")
        .expectStatus()
        .isOk();
    lead.move("{'action': 'monitor', 'version': 4}")
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.reasons[0].code")
        .isEqualTo("TASKS_NOT_LAID_OUT");
    layOut(id);
    lead.move("{'action': 'monitor', 'version': 4}").expectStatus().isOk();
    lead.post("care", "{'version': 5, 'careMode': 'NORMAL', 'patientHarm': 'NONE', 'reason': 'r'}")
        .expectStatus()
        .isOk();
    lead.move("{'action': 'report', 'version': 6}").expectStatus().isOk();
    var close =
        "{'action': 'close', 'version': %d, 'rootCause': 'UNKNOWN', 'summary': 's', 'lessons':"
            + " 'l'}";
    lead.move(close.formatted(7)).expectStatus().isEqualTo(409);
    var version = settleAll(lead, id);
    lead.move(close.formatted(version)).expectStatus().isOk();

    published.await(Topics.CASES, id, "case.closed.v1");
    var told = published.of(Topics.CASES, id);
    assertThat(told)
        .extracting(Published.Told::type)
        .startsWith(
            "case.opened.v1",
            "case.taken.v1",
            "case.qualified.v1",
            "case.engaged.v1",
            "case.monitored.v1",
            "case.care-changed.v1",
            "case.reported.v1");
    for (var i = 0; i < told.size(); i++) {
      assertThat(told.get(i).event().path("version").asInt()).isEqualTo(i + 1);
      assertThat(told.get(i).event().at("/data/theCase/revision").asInt()).isEqualTo(i + 1);
    }
  }

  private void layOut(UUID id) {
    CaseState state = cases.find(id).orElseThrow().state();
    var progress = new Progress(3, List.of(0, 1), List.of(), 0, 0);
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    published.send(
        Topics.TASKS,
        new Event<>(
            UUID.randomUUID(),
            now,
            id,
            3,
            null,
            false,
            new TasksLaidOut(state, progress, 1, "ransomware", List.of())));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> cases.find(id).orElseThrow().tasks().revision() == 3);
  }

  private long settleAll(Steps lead, UUID id) {
    for (var clock : cases.find(id).orElseThrow().deadlines()) {
      if (clock.blocksClosing()) {
        lead.post(
                "deadlines",
                "{'version': %d, 'establishment': '%s', 'regime': '%s', 'status': 'NOT_APPLICABLE', 'reason': 'r'}"
                    .formatted(
                        cases.find(id).orElseThrow().version(),
                        clock.deadline().establishment(),
                        clock.deadline().regime()))
            .expectStatus()
            .isOk();
      }
    }
    return cases.find(id).orElseThrow().version();
  }

  @Test
  @DisplayName("opens a case before any declaration, once for one key, marked as an exercise")
  void unheard() {
    var declared = new Declared(published);
    declared.register("990000184", "990000182");
    var http = callers.as("responder1", Role.RESPONDER);
    var body =
        """
        {"establishment": "990000184", "source": "THIRD_PARTY_WARNING", "exercise": true,
         "discoveredAt": "2026-11-20T06:40:00Z", "description": "A beacon was seen by a third party"}
        """;
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            http.post()
                .uri("/api/cases")
                .header("Idempotency-Key", "k-1")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.reference")
                .value(String.class, it -> assertThat(it).startsWith("EX-")));
    http.post()
        .uri("/api/cases")
        .header("Idempotency-Key", "k-1")
        .contentType(MediaType.APPLICATION_JSON)
        .body(body.replace("third party", "neighbour"))
        .exchange()
        .expectStatus()
        .isEqualTo(422);
  }
}
