package org.pris.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pris.contracts.Access;
import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.platform.Aggregates;
import org.pris.platform.Change;
import org.pris.platform.References;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;

@FlowTest
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("A merge of two cases")
class MergeFlowTest {

  @Autowired Callers callers;

  @Autowired Published published;

  @Autowired Cases cases;

  @Autowired Aggregates aggregates;

  @Autowired Merging merging;

  @Autowired Incoming incoming;

  @Autowired Deadlines rules;

  @Autowired References references;

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
    assertThat(taken.course().absorbed()).extracting(Absorbed::id).containsExactly(source);
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
    lead(source).move(undo).expectStatus().isOk();

    assertParted();
    published.await(Topics.CASES, source, "case.unmerged.v1");
    published.await(Topics.CASES, target, "case.access-changed.v1");
    merge(source, target).expectStatus().isOk();
    assertThat(cases.find(target).orElseThrow().affected()).as("joined again").hasSize(2);
  }

  @Test
  @DisplayName("whose undoing a crash left after its first step is undone by the sweep")
  void undoingSwept() {
    merge(source, target).expectStatus().isOk();
    left(source, target, "Another cause");

    merging.sweep();

    assertParted();
  }

  private void assertParted() {
    assertThat(cases.find(source).orElseThrow())
        .returns(CaseStatus.IN_TRIAGE, Case::status)
        .returns(null, it -> it.course().merging());
    var alone = cases.find(target).orElseThrow();
    assertThat(alone.course().absorbed()).isEmpty();
    assertThat(alone.affected()).extracting(AffectedSite::finess).containsExactly("990000044");
    assertThat(alone.access().establishments()).hasSize(1);
  }

  @Test
  @DisplayName("under way lets a complement of the source wait until it is known whose it is")
  void complementMeanwhile() {
    left(source, target);
    var facts = Facts.ransomware(source, "990000010", 2);
    assertThatThrownBy(() -> incoming.complemented(facts, Examples.NOW))
        .isInstanceOf(DataAccessException.class);

    merging.sweep();
    incoming.complemented(facts, Examples.NOW);

    assertThat(cases.find(target).orElseThrow().declared())
        .anyMatch(it -> it.id().equals(source) && it.version() == 2);
  }

  @Test
  @DisplayName("lets the source be seen by those alone who see the target")
  void restricted() {
    merge(source, target).expectStatus().isOk();
    lead(target)
        .post(
            "access",
            "{'version': 1, 'restricted': true, 'people': ['lead1'], 'establishmentSide': 'NONE',"
                + " 'establishmentPeople': [], 'reason': 'An insider'}")
        .expectStatus()
        .isOk();

    published.await(Topics.CASES, source, "case.access-changed.v1");
    steps(source).get().expectStatus().isNotFound();
    merge(declared.ransomware("990000010"), target).expectStatus().isEqualTo(422);
  }

  @Test
  @DisplayName("never puts back who saw the source before, however long its listener slept")
  void slept() {
    merge(source, target).expectStatus().isOk();
    seenBy("lead1");
    var asleep = mock(Clock.class);
    when(asleep.instant())
        .thenAnswer(_ -> {
          seenBy("lead2");
          incoming.accessChanged(target, "Another knows", null);
          return Examples.NOW;
        });

    new Incoming(aggregates, rules, references, asleep).accessChanged(target, "An insider", null);

    assertThat(cases.find(source).orElseThrow().access().people()).containsExactly("lead2");
  }

  /** The target, untold: who follows is the test's to say. */
  private void seenBy(String person) {
    aggregates.update(
        Case.class,
        target,
        it ->
            Change.silent(
                it.with(
                    new Access(
                        it.access().establishments(),
                        true,
                        List.of(person),
                        EstablishmentSide.NONE,
                        List.of()))));
  }

  @Test
  @DisplayName(
      "that cannot be finished keeps no other from it, and is logged without what was handled")
  void stuck(CapturedOutput log) {
    left(source, UUID.randomUUID());
    var other = declared.ransomware("990000010");
    left(other, target);

    merging.sweep();

    assertThat(cases.find(other).orElseThrow().status()).isEqualTo(CaseStatus.MERGED);
    assertThat(log.getOut())
        .contains("not finished", "Traces$1: org.pris.platform.NotFound")
        .doesNotContain("\norg.pris.platform.NotFound");
  }

  /** As a process that died after the first step leaves it. */
  private void left(UUID from, UUID into) {
    left(from, into, null);
  }

  private void left(UUID from, UUID into, @Nullable String undone) {
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
                                Transitions.actor(Examples.RESPONDER),
                                undone)))));
  }

  private org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec merge(
      UUID from, UUID into) {
    return steps(from)
        .move(
            "{'action': 'merge', 'version': %d, 'into': '%s'}"
                .formatted(cases.find(from).orElseThrow().version(), into));
  }

  private Steps lead(UUID id) {
    return new Steps(callers.as("lead1", Role.LEAD), id);
  }

  private Steps steps(UUID id) {
    return new Steps(callers.as("responder1", Role.RESPONDER), id);
  }
}
