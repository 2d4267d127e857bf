package org.pris.remediation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.contracts.IncidentType.RANSOMWARE;
import static org.pris.remediation.plan.RemediationBench.json;
import static org.pris.remediation.plan.RemediationBench.post;
import static org.pris.remediation.plan.RemediationBench.status;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;

@FlowTest
@DisplayName("Bad input")
class BadInputFlowTest {

  @Autowired Callers callers;
  @Autowired Published published;
  @Autowired Plans plans;

  final Heard heard = Heard.of(RANSOMWARE);
  RemediationBench bench;
  String task = "";

  @BeforeEach
  void openCase() {
    bench = new RemediationBench(callers, published);
    bench.open(heard);
    task = "/api/tasks/" + bench.task(bench.responder(), heard, "internet").path("id").asString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"action": "start"             |
          {"action": "fly", "version": 1} | action
          {"version": 1}                  | action
          {"action": "start"}             | version
          {"action": "start", "version": "one"} | version
          {"action": "block", "version": 1} | reason
          {"action": "waive", "version": 1, "reason": "  "} | reason
          {"action": "answer", "version": 1} | answer
          {"action": "answer", "version": 1, "answer": "MAYBE"} | answer
          {"action": "answer", "version": 1, "answer": "DONE", "at": "yesterday"} | at
          []                              |
          """)
  @DisplayName("to a transition is a 400 that names the field, and nothing is stored or told")
  void transition(String body, String field) {
    var answer = post(bench.responder(), task + "/transitions", body);

    answer.expectStatus().isBadRequest();
    var problem = json(answer);
    assertThat(problem.path("type").asString()).isEqualTo("urn:pris:problem:invalid");
    if (field != null) {
      assertThat(problem.path("errors").toString()).contains("\"field\":\"" + field + "\"");
    }
    untouched();
  }

  @Test
  @DisplayName("from the future is a 422 that names the field")
  void future() {
    var answer =
        post(
            bench.declarant(),
            task + "/transitions",
            Map.of(
                "action",
                "answer",
                "version",
                1,
                "answer",
                "DONE",
                "at",
                Instant.now().plusSeconds(3600).toString()));

    answer.expectStatus().isEqualTo(422);
    assertThat(json(answer).path("errors").toString()).contains("\"at\"");
    untouched();
  }

  @Test
  @DisplayName("on an older version is a 409 with the current one, before any rule")
  void stale() {
    var answer =
        post(
            bench.responder(),
            task + "/transitions",
            Map.of("action", "reopen", "version", 7, "reason", "x"));

    answer.expectStatus().isEqualTo(409);
    assertThat(json(answer).path("type").asString()).isEqualTo("urn:pris:problem:stale");
    assertThat(json(answer).path("currentVersion").asLong()).isEqualTo(1);
    untouched();
  }

  @Test
  @DisplayName("for a new task, a playbook or assignees names the field")
  void others() {
    var ofCase = "/api/cases/" + heard.id();
    var responder = bench.responder();

    assertThat(json(post(responder, ofCase + "/tasks", "{}")).path("errors").toString())
        .contains("\"title\"", "\"phase\"");
    assertThat(
            status(
                post(
                    responder,
                    ofCase + "/tasks",
                    Map.of("title", "x".repeat(201), "phase", "CARE"))))
        .isEqualTo(400);
    assertThat(
            status(
                post(
                    responder,
                    ofCase + "/tasks",
                    Map.of("title", "x", "phase", "CARE", "establishment", "990000051"))))
        .isEqualTo(422);
    assertThat(status(post(responder, ofCase + "/playbooks", Map.of("playbook", "first-hour"))))
        .isEqualTo(422);
    assertThat(status(post(responder, ofCase + "/playbooks", "{}"))).isEqualTo(400);
    assertThat(status(post(responder, task + "/assignees", "{\"version\":1,\"assignees\":[\"\"]}")))
        .isEqualTo(400);
    assertThat(status(post(responder, task + "/assignees", "{\"version\":1,\"assignees\":[null]}")))
        .isEqualTo(400);
    assertThat(status(post(responder, "/api/tasks/no-uuid/due", Map.of("version", 1))))
        .isBetween(400, 404);
    untouched();
  }

  @Test
  @DisplayName("of 2 MB is refused")
  void huge() {
    var body = Map.of("action", "block", "version", 1, "reason", "x".repeat(2_000_000));

    assertThat(status(post(bench.responder(), task + "/transitions", body))).isIn(400, 413);
    untouched();
  }

  private void untouched() {
    assertThat(plans.find(heard.id()).orElseThrow())
        .returns(0L, Plan::revision)
        .returns(5, it -> it.tasks().size());
    assertThat(published.of(Topics.TASKS, heard.id())).isEmpty();
  }
}
