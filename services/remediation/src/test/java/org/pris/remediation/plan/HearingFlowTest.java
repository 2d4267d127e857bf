package org.pris.remediation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pris.contracts.IncidentType.FRAUD;
import static org.pris.contracts.IncidentType.RANSOMWARE;
import static org.pris.remediation.plan.RemediationBench.json;
import static org.pris.remediation.plan.RemediationBench.post;
import static org.pris.remediation.plan.RemediationBench.transitions;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.CaseStatus;
import org.pris.platform.outbox.Aggregates;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;

/** From a case event on Kafka to a plan in MongoDB, whatever comes twice, late or at once. */
@FlowTest
@DisplayName("Remediation")
class HearingFlowTest {

  @Autowired Callers callers;
  @Autowired Published published;
  @Autowired Remediation remediation;
  @Autowired Aggregates aggregates;
  @Autowired Plans plans;

  RemediationBench bench;

  @BeforeEach
  void bench() {
    bench = new RemediationBench(callers, published);
  }

  @Test
  @DisplayName("lays the gestures out once for a case that is opened twice, then its playbook")
  void openedTwiceThenEngaged() {
    var opened = Heard.of(RANSOMWARE);
    var event = opened.opened();
    bench.tell(event);
    bench.tell(event);
    bench.open(opened);
    var engaged = opened.engaged(RANSOMWARE);
    bench.tell(engaged.engagedEvent());
    bench.tell(engaged.engagedEvent());
    bench.tell(engaged.closedEvent());
    awaitClosed(opened);
    await().atMost(Duration.ofSeconds(20)).until(() -> !bench.laidOut(opened).isEmpty());

    assertThat(bench.laidOut(opened))
        .extracting(it -> it.path("data").path("engagement").asInt())
        .containsExactly(1);
    assertThat(bench.laidOut(opened))
        .extracting(it -> it.path("version").asLong())
        .containsExactly(1L);
    assertThat(bench.plan(bench.responder(), opened).path("tasks").size()).isEqualTo(45);
  }

  @Test
  @DisplayName("makes good by the redelivery what a death between its two writes left out")
  void diedBetween() {
    var opened = Heard.of(RANSOMWARE);
    bench.open(opened);
    var engaged = opened.engaged(RANSOMWARE);
    var kept =
        aggregates.project(Plan.class, opened.id(), "theCase", engaged.revision(), engaged.state());
    assertThat(kept).isTrue();

    bench.tell(engaged.engagedEvent());

    await().atMost(Duration.ofSeconds(20)).until(() -> bench.laidOut(opened).size() == 1);
    assertThat(bench.plan(bench.responder(), opened).path("tasks").size()).isEqualTo(45);
  }

  @Test
  @DisplayName("lays out once whoever hears it at the same moment")
  void heardAtOnce() throws InterruptedException {
    var engaged = Heard.of(RANSOMWARE).engaged(RANSOMWARE);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var all =
          threads.invokeAll(
              IntStream.range(0, 4)
                  .mapToObj(_ -> Executors.callable(() -> remediation.hear(engaged.state())))
                  .toList());
      assertThat(all).allSatisfy(it -> assertThat(it).succeedsWithin(Duration.ofSeconds(20)));
    }

    var plan = plans.find(engaged.id()).orElseThrow();
    assertThat(plan.tasks()).hasSize(45);
    assertThat(plan.revision()).isEqualTo(1);
  }

  @Test
  @DisplayName("keeps the newest copy of the case when an older event comes late")
  void olderIsIgnored() {
    var opened = Heard.of(FRAUD);
    var engaged = opened.engaged(FRAUD);
    remediation.hear(engaged.state());
    remediation.hear(opened.state());

    assertThat(plans.find(opened.id()).orElseThrow().theCase().status())
        .isEqualTo(CaseStatus.ENGAGED);
  }

  @Test
  @DisplayName("takes no command once the case is heard to be closed")
  void closedCase() {
    var opened = Heard.of(RANSOMWARE);
    bench.open(opened);
    bench.tell(opened.closedEvent());
    var task = bench.task(bench.responder(), opened, "internet");

    awaitClosed(opened);
    var refused =
        post(bench.responder(), transitions(task), Map.of("action", "start", "version", 1));
    refused.expectStatus().isEqualTo(409);
    assertThat(json(refused).path("reasons").get(0).path("code").asString())
        .isEqualTo("CASE_NOT_OPEN");
  }

  private void awaitClosed(Heard heard) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> plans.find(heard.id()).orElseThrow().theCase().status(),
            CaseStatus.CLOSED::equals);
  }
}
