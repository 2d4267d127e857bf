package org.pris.remediation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.pris.contracts.IncidentType.FRAUD;
import static org.pris.contracts.IncidentType.RANSOMWARE;
import static org.pris.remediation.plan.RemediationBench.json;
import static org.pris.remediation.plan.RemediationBench.post;
import static org.pris.remediation.plan.RemediationBench.status;
import static org.pris.remediation.plan.RemediationBench.transitions;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Issuer;
import org.pris.platform.testing.OpenApiDocument;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** From a case event on Kafka, through MongoDB and HTTP, to the published task event. */
@FlowTest
@DisplayName("Remediation")
class RemediationFlowTest {

  @Autowired Callers callers;
  @Autowired Published published;

  RemediationBench bench;

  @BeforeEach
  void bench() {
    bench = new RemediationBench(callers, published);
  }

  @Test
  @DisplayName("describes its interface")
  void openApi() {
    assertThat(OpenApiDocument.write(callers.nobody(), "remediation")).exists();
  }

  @Test
  @DisplayName("lets the establishment answer a gesture, and PRIS sees it with its time")
  void gesture() {
    var heard = Heard.of(RANSOMWARE);
    bench.open(heard);
    var own = RemediationBench.tasks(bench.plan(bench.declarant(), heard));
    assertThat(own).hasSize(5);
    assertThat(own.getFirst().path("title").path("fr").asString())
        .isEqualTo("Coupez Internet et les VPN");

    var answered =
        json(
            post(
                bench.declarant(),
                transitions(own.getFirst()),
                Map.of(
                    "action", "answer",
                    "version", 1,
                    "answer", "DONE",
                    "at", "2026-11-24T06:38:00.000Z")));

    assertThat(answered.path("view").asString()).isEqualTo("ESTABLISHMENT");
    assertThat(answered.path("changedBy").asString()).isNotEmpty();
    var seen = bench.task(bench.responder(), heard, "internet");
    assertThat(seen.path("status").asString()).isEqualTo("DONE");
    assertThat(seen.path("reply").path("at").asString()).startsWith("2026-11-24T06:38:00");
    var event = published.await(Topics.TASKS, heard.id(), "task.answered.v1");
    assertThat(event.path("data").path("answer").asString()).isEqualTo("DONE");
    assertThat(event.path("actor").path("role").asString()).isEqualTo("DECLARANT");
    assertThat(event.path("actor").path("establishment").asString()).isEqualTo(Heard.SITE.finess());
  }

  @Test
  @DisplayName("works a task from start to waiver, by the roles that may")
  void task() {
    var opened = Heard.of(RANSOMWARE);
    bench.open(opened);
    bench.engage(opened.engaged(RANSOMWARE));
    var task = bench.task(bench.responder(), opened, "open-log");
    var id = "/api/tasks/" + task.path("id").asString();

    var started =
        json(post(bench.responder(), id + "/transitions", Map.of("action", "start", "version", 1)));
    assertThat(started.path("status").asString()).isEqualTo("IN_PROGRESS");
    post(
            bench.responder(),
            id + "/assignees",
            Map.of("version", 2, "assignees", List.of("responder1")))
        .expectStatus()
        .isBadRequest(); // usernames pass on to others
    post(
            bench.responder(),
            id + "/assignees",
            Map.of("version", 2, "assignees", List.of(Issuer.subject("responder1"))))
        .expectStatus()
        .isOk();
    post(bench.responder(), id + "/due", "{\"version\": 3, \"dueAt\": null}").expectStatus().isOk();
    var waive = Map.of("action", "waive", "version", 4, "reason", "Tenue par le SAMU");
    post(bench.responder(), id + "/transitions", waive).expectStatus().isForbidden();
    post(bench.lead(), id + "/transitions", waive).expectStatus().isOk();

    var event = published.await(Topics.TASKS, opened.id(), "task.waived.v1");
    assertThat(event.path("data").path("progress").path("openMandatory").asInt()).isEqualTo(29);
    assertThat(event.path("data").path("theCase").path("reference").asString())
        .isEqualTo(opened.reference());
    assertThat(event.path("actor").path("role").asString()).isEqualTo("LEAD");
  }

  @Test
  @DisplayName("finds the case by its reference, and adds a task and a playbook by hand")
  void byHand() {
    var heard = Heard.of(FRAUD);
    bench.open(heard);
    var uri = "/api/cases/PRIS-2026-" + heard.id();
    var body = "{\"title\": \"Rappeler la banque\", \"phase\": \"LEGAL\"}";
    var first = postWithKey(uri + "/tasks", body);
    var again = postWithKey(uri + "/tasks", body);

    assertThat(json(first).path("id")).isEqualTo(json(again).path("id"));
    assertThat(status(postWithKey(uri + "/tasks", body.replace("LEGAL", "CARE")))).isEqualTo(422);
    post(bench.responder(), uri + "/playbooks", Map.of("playbook", "generic"))
        .expectStatus()
        .isOk();
    post(bench.responder(), uri + "/playbooks", Map.of("playbook", "generic"))
        .expectStatus()
        .isOk();
    assertThat(bench.plan(bench.responder(), heard).path("tasks").size()).isEqualTo(4 + 1 + 11);
    await().atMost(Duration.ofSeconds(20)).until(() -> bench.laidOut(heard).size() == 1);
  }

  @Test
  @DisplayName("keeps of which case a task was that somebody read or changed, whoever it was")
  void audited() {
    var heard = Heard.of(RANSOMWARE);
    bench.open(heard);
    var task = bench.task(bench.responder(), heard, "internet");
    var uri = "/api/tasks/" + task.path("id").asString();

    assertThat(status(bench.responder(), uri)).isEqualTo(200);
    assertThat(status(bench.ars(), uri)).isEqualTo(403);
    post(bench.responder(), transitions(task), Map.of("action", "start", "version", 1))
        .expectStatus()
        .isOk();

    var reads = json(bench.lead().get().uri(RemediationBench.tasks(heard) + "/reads").exchange());
    assertThat(reads.path("items").valueStream())
        .filteredOn(it -> it.path("what").asString().equals("task"))
        .allMatch(it -> it.path("caseId").asString().equals(heard.id().toString()))
        .extracting(
            it -> it.path("name").asString(),
            it -> it.path("action").asString(),
            it -> it.path("outcome").asString())
        .containsExactlyInAnyOrder(
            tuple("Name of responder1", "READ", "ALLOWED"),
            tuple("Name of ars1", "READ", "FORBIDDEN"),
            tuple("Name of responder1", "CHANGE", "ALLOWED"));
  }

  @Test
  @DisplayName("shows its playbooks")
  void playbooks() {
    var page = json(bench.responder().get().uri("/api/playbooks").exchange());

    assertThat(page.path("items").size()).isEqualTo(2);
    assertThat(status(bench.declarant(), "/api/playbooks")).isEqualTo(403);
  }

  private ResponseSpec postWithKey(String uri, String body) {
    return bench
        .responder()
        .post()
        .uri(uri)
        .header("Idempotency-Key", "k-" + uri)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .exchange();
  }
}
