package org.pris.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pris.contracts.CaseStatus;
import org.pris.platform.outbox.Change;
import org.pris.platform.testing.FlowTest;
import org.pris.triage.lifecycle.Transitions;
import org.pris.triage.listener.CaseProjection;
import org.pris.triage.merge.MergeSweep;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;

@FlowTest
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("A merge of two cases")
class MergeSweepFlowTest extends TwoCases {

  @Autowired MergeSweep sweep;

  @Autowired CaseProjection incoming;

  @Test
  @DisplayName("that a crash left after its first step is finished by the sweep")
  void swept() {
    left(source, target);
    steps(source).move("{'action': 'take', 'version': 1}").expectStatus().isEqualTo(409);

    sweep.sweep();

    assertThat(cases.find(source).orElseThrow().lifecycle().mergedInto()).isEqualTo(target);
    sweep.sweep();
    assertThat(cases.find(target).orElseThrow().revision()).as("taken in once").isEqualTo(2);
  }

  @Test
  @DisplayName("left by a crash is given up where the target ended meanwhile")
  void givenUp() {
    left(source, target);
    merge(target, declared.ransomware("990000010")).expectStatus().isOk();

    sweep.sweep();

    var again = cases.find(source).orElseThrow();
    assertThat(again.lifecycle().merging()).isNull();
    assertThat(again.status()).isEqualTo(CaseStatus.RECEIVED);
  }

  @Test
  @DisplayName("whose undoing a crash left after its first step is undone by the sweep")
  void undoingSwept() {
    merge(source, target).expectStatus().isOk();
    left(source, target, "Another cause");

    sweep.sweep();

    assertParted();
  }

  @Test
  @DisplayName("under way lets a complement of the source wait until it is known whose it is")
  void complementMeanwhile() {
    left(source, target);
    var facts = Facts.ransomware(source, "990000010", 2);
    assertThatThrownBy(() -> incoming.complemented(facts, Examples.NOW))
        .isInstanceOf(DataAccessException.class);

    sweep.sweep();
    incoming.complemented(facts, Examples.NOW);

    assertThat(cases.find(target).orElseThrow().declared())
        .anyMatch(it -> it.id().equals(source) && it.version() == 2);
  }

  @Test
  @DisplayName(
      "that cannot be finished keeps no other from it, and is logged without what was handled")
  void stuck(CapturedOutput log) {
    left(source, UUID.randomUUID());
    var other = declared.ransomware("990000010");
    left(other, target);

    sweep.sweep();

    assertThat(cases.find(other).orElseThrow().status()).isEqualTo(CaseStatus.MERGED);
    assertThat(log.getOut())
        .contains("not finished", "StackTraceRedactor$1: org.pris.platform.problem.NotFound")
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
                    it.lifecycle()
                        .merging(
                            new Lifecycle.Merging(
                                into,
                                Instant.parse("2026-11-24T08:00:00Z").minusSeconds(86_400),
                                Transitions.actor(Examples.RESPONDER),
                                undone)))));
  }
}
