package org.pris.remediation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.contracts.IncidentType.RANSOMWARE;
import static org.pris.remediation.plan.RemediationBench.json;
import static org.pris.remediation.plan.RemediationBench.post;
import static org.pris.remediation.plan.RemediationBench.status;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.CaseEvent.CaseAccessChanged;
import org.pris.contracts.Role;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@FlowTest
@DisplayName("Tasks of a case")
class IsolationFlowTest {

  @Autowired Callers callers;
  @Autowired Published published;

  final Heard heard = Heard.of(RANSOMWARE);
  RemediationBench bench;
  String gesture = "";
  String internal = "";

  @BeforeEach
  void engagedCase() {
    bench = new RemediationBench(callers, published);
    bench.open(heard);
    bench.engage(heard.engaged(RANSOMWARE));
    gesture = id("internet");
    internal = id("open-log");
  }

  @Test
  @DisplayName("are the same 404 as unknown ones to another establishment, on every call")
  void stranger() {
    var stranger = callers.as("declarant2", Set.of("990000028"), Role.DECLARANT);

    assertThat(everyCall(stranger, heard.id().toString(), gesture).values()).containsOnly(404);
    assertThat(everyCall(stranger, UUID.randomUUID().toString(), UUID.randomUUID().toString()))
        .isEqualTo(everyCall(stranger, heard.id().toString(), gesture));
    assertThat(json(stranger.get().uri("/api/tasks/" + gesture).exchange()).path("type").asString())
        .isEqualTo("urn:pris:problem:not-found");
  }

  @Test
  @DisplayName("are 404 to who has no case at all: an administrator, a hospital's machine")
  void noCase() {
    for (var role : Set.of(Role.ADMIN, Role.REPORTER)) {
      var caller = callers.as("x-" + role, Set.of(Heard.SITE.finess()), role);
      assertThat(everyCall(caller, heard.id().toString(), gesture).values()).containsOnly(404);
    }
  }

  @Test
  @DisplayName("are 403 to the ARS, which sees the case, and 404 where there is none")
  void authority() {
    assertThat(everyCall(bench.ars(), heard.id().toString(), gesture).values()).containsOnly(403);
    assertThat(
            everyCall(bench.ars(), UUID.randomUUID().toString(), UUID.randomUUID().toString())
                .values())
        .containsOnly(404);
  }

  @Test
  @DisplayName("are shown to the establishment as far as it is asked, the rest being 404")
  void establishment() {
    var plan = bench.plan(bench.declarant(), heard);

    assertThat(plan.path("view").asString()).isEqualTo("ESTABLISHMENT");
    assertThat(plan.path("progress").isMissingNode()).isTrue();
    assertThat(RemediationBench.tasks(plan)).hasSize(5 + 9);
    assertThat(everyCall(bench.declarant(), heard.id().toString(), internal))
        .containsEntry("one", 404)
        .containsEntry("transition", 404)
        .containsEntry("assignees", 404);
    assertThat(everyCall(bench.declarant(), heard.id().toString(), gesture))
        .containsEntry("one", 200)
        .containsEntry("transition", 403)
        .containsEntry("assignees", 403)
        .containsEntry("add", 403)
        .containsEntry("lay", 403);
  }

  @Test
  @DisplayName("are seen by the legal entity of the establishment")
  void legalEntity() {
    var group = callers.as("declarant3", Set.of(Heard.SITE.legalEntity()), Role.DECLARANT);

    assertThat(status(group, RemediationBench.tasks(heard))).isEqualTo(200);
  }

  @Test
  @DisplayName("hide a responder's note and name from the establishment")
  void notes() {
    var paper = "/api/tasks/" + id("paper") + "/transitions";
    post(
            bench.responder(),
            paper,
            Map.of("action", "complete", "version", 1, "note", "canary-note"))
        .expectStatus()
        .isOk();

    var shown = bench.plan(bench.declarant(), heard).toString();
    assertThat(shown).doesNotContain("canary-note", "canary-description", "responder1");
    assertThat(bench.plan(bench.responder(), heard).toString()).contains("canary-note");
  }

  @Test
  @DisplayName(
      "of a restricted case are for its people alone, 404 to other responders, 403 to a lead")
  void restricted() {
    var closedOff = heard.engaged(RANSOMWARE).restrictedToPeople();
    bench.tell(closedOff.event(new CaseAccessChanged(closedOff.state(), "x")));

    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(20))
        .until(() ->
            status(callers.as("responder2", Role.RESPONDER), RemediationBench.tasks(heard)) == 404);
    assertThat(status(bench.responder(), RemediationBench.tasks(heard))).isEqualTo(200);
    assertThat(status(bench.lead(), RemediationBench.tasks(heard))).isEqualTo(403);
    assertThat(everyCall(callers.as("responder2", Role.RESPONDER), heard.id().toString(), gesture))
        .allSatisfy((call, answer) -> assertThat(answer).as(call).isEqualTo(404));
  }

  @Test
  @DisplayName("need a token")
  void nobody() {
    assertThat(everyCall(callers.nobody(), heard.id().toString(), gesture).values())
        .containsOnly(401);
  }

  private Map<String, Integer> everyCall(RestTestClient who, String caseId, String taskId) {
    Map<String, Integer> answers = new LinkedHashMap<>();
    var ofCase = "/api/cases/" + caseId;
    var ofTask = "/api/tasks/" + taskId;
    answers.put("list", status(who, ofCase + "/tasks"));
    answers.put("one", status(who, ofTask));
    answers.put("add", status(post(who, ofCase + "/tasks", Map.of("title", "x", "phase", "CARE"))));
    answers.put(
        "lay", status(post(who, ofCase + "/playbooks", Map.of("playbook", "no-such-playbook"))));
    answers.put(
        "transition",
        status(post(who, ofTask + "/transitions", Map.of("action", "start", "version", 99))));
    answers.put(
        "assignees",
        status(
            post(
                who,
                ofTask + "/assignees",
                Map.of("version", 99, "assignees", java.util.List.of()))));
    answers.put("due", status(post(who, ofTask + "/due", Map.of("version", 99))));
    return answers;
  }

  private String id(String key) {
    return bench.task(bench.responder(), heard, key).path("id").asString();
  }
}
