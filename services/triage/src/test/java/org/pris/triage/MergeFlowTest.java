package org.pris.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.platform.Aggregates;
import org.pris.platform.Change;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;

@FlowTest
@DisplayName("A merge of two cases")
class MergeFlowTest {

  @Autowired Callers callers;

  @Autowired Published published;

  @Autowired Cases cases;

  @Autowired Aggregates aggregates;

  @Autowired Merging merging;

  Declared declared;
  UUID source;
  UUID target;

  @BeforeEach
  void declareTwice() {
    declared = new Declared(published);
    source = declared.ransomware("990000010");
    target = declared.ransomware("990000044");
  }

  @Test
  @DisplayName("ends the source, and the target takes in its establishment and its clocks")
  void merged() {
    merge(source, target).expectStatus().isOk();

    assertThat(cases.find(source).orElseThrow().status()).isEqualTo(CaseStatus.MERGED);
    var taken = cases.find(target).orElseThrow();
    assertThat(taken.course().absorbed()).containsExactly(source);
    assertThat(taken.affected())
        .extracting(AffectedSite::finess)
        .containsExactly("990000044", "990000010");
    assertThat(taken.version()).as("nobody decided on the target").isEqualTo(1);
    published.await(Topics.CASES, source, "case.merged.v1");
    published.await(Topics.CASES, target, "case.absorbed.v1");
  }

  @Test
  @DisplayName("is refused into itself, in a cycle, and into what ended")
  void refused() {
    merge(source, source)
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.reasons[0].code")
        .isEqualTo("MERGE_INTO_ITSELF");
    merge(source, target).expectStatus().isOk();
    merge(target, source)
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.reasons[0].code")
        .isEqualTo("TARGET_NOT_OPEN");
    merge(source, UUID.randomUUID()).expectStatus().isEqualTo(422);
    assertThat(cases.find(target).orElseThrow().course().merging()).isNull();
  }

  @Test
  @DisplayName("that a crash left after its first step is finished by the sweep")
  void swept() {
    left(source, target);
    steps(source).move("{'action': 'take', 'version': 1}").expectStatus().isEqualTo(409);

    merging.sweep();

    assertThat(cases.find(source).orElseThrow().course().mergedInto()).isEqualTo(target);
    merging.sweep();
    assertThat(cases.find(target).orElseThrow().revision()).as("taken in once").isEqualTo(2);
  }

  @Test
  @DisplayName("left by a crash is given up where the target ended meanwhile")
  void givenUp() {
    left(source, target);
    merge(target, declared.ransomware("990000010")).expectStatus().isOk();

    merging.sweep();

    var again = cases.find(source).orElseThrow();
    assertThat(again.course().merging()).isNull();
    assertThat(again.status()).isEqualTo(CaseStatus.RECEIVED);
  }

  @Test
  @DisplayName("makes complements of the source known at the end of the chain")
  void complements() {
    var end = declared.ransomware("990000010");
    merge(source, target).expectStatus().isOk();
    merge(target, end).expectStatus().isOk();

    declared.complement(Facts.ransomware(source, "990000010", 2));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(cases.find(end).orElseThrow().declared())
                .anyMatch(it -> it.id().equals(source) && it.version() == 2));
  }

  @Test
  @DisplayName("can be undone by a lead")
  void unmerged() {
    merge(source, target).expectStatus().isOk();
    var undo = "{'action': 'unmerge', 'version': 2, 'reason': 'Another cause'}";
    steps(source).move(undo).expectStatus().isForbidden();
    new Steps(callers.as("lead1", Role.LEAD), source).move(undo).expectStatus().isOk();

    assertThat(cases.find(source).orElseThrow().status()).isEqualTo(CaseStatus.IN_TRIAGE);
    assertThat(cases.find(target).orElseThrow().course().absorbed()).isEmpty();
  }

  /** As a process that died after the first step leaves it. */
  private void left(UUID from, UUID into) {
    aggregates.update(
        Case.class,
        from,
        it ->
            Change.silent(
                it.with(
                    it.course()
                        .merging(
                            new Course.Merging(
                                into,
                                Instant.parse("2026-11-24T08:00:00Z").minusSeconds(86_400),
                                Transitions.actor(Examples.RESPONDER))))));
  }

  private org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec merge(
      UUID from, UUID into) {
    return steps(from)
        .move(
            "{'action': 'merge', 'version': %d, 'into': '%s'}"
                .formatted(cases.find(from).orElseThrow().version(), into));
  }

  private Steps steps(UUID id) {
    return new Steps(callers.as("responder1", Role.RESPONDER), id);
  }
}
