package org.pris.remediation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pris.remediation.plan.Laid.byKey;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.TaskEvent;
import org.pris.contracts.TaskEvent.GestureAnswer;
import org.pris.contracts.TaskEvent.TaskBlocked;
import org.pris.contracts.TaskEvent.TaskCompleted;
import org.pris.contracts.TaskEvent.TaskStarted;
import org.pris.contracts.TaskEvent.TaskWaived;
import org.pris.contracts.TaskStatus;
import org.pris.platform.problem.Invalid;
import org.pris.platform.problem.Reason;
import org.pris.platform.problem.RuleViolation;
import org.pris.platform.testing.Issuer;
import org.pris.remediation.plan.TaskCommand.Answer;
import org.pris.remediation.plan.TaskCommand.Block;
import org.pris.remediation.plan.TaskCommand.Complete;
import org.pris.remediation.plan.TaskCommand.Reopen;
import org.pris.remediation.plan.TaskCommand.Start;
import org.pris.remediation.plan.TaskCommand.Waive;

@DisplayName("A task")
class TaskDecisionTest {

  final Work work = new Work();

  @Test
  @DisplayName("is started, blocked, started again and done, each told with the plan's progress")
  void wholeWay() {
    var before = work.plan().progress().openMandatory();
    work.does("open-log", new Start(1L));
    work.does("open-log", new Block(2L, "Pas de téléphone"));
    work.does("open-log", new Start(3L));
    work.does("open-log", new Complete(4L, null));

    assertThat(work.events())
        .hasExactlyElementsOfTypes(
            TaskStarted.class, TaskBlocked.class, TaskStarted.class, TaskCompleted.class);
    assertThat(work.events())
        .extracting(it -> ((TaskEvent) it).progress().revision())
        .containsExactly(2L, 3L, 4L, 5L);
    assertThat(work.task("open-log"))
        .returns(TaskStatus.DONE, Task::status)
        .returns(5L, Task::version);
    assertThat(work.plan().progress().openMandatory()).isEqualTo(before - 1);
  }

  @Test
  @DisplayName("leaves the version of the others alone")
  void ownVersion() {
    work.does("open-log", new Start(1L));

    assertThat(work.task("confirm").version()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "DONE, START", "DONE, BLOCK", "DONE, COMPLETE", "DONE, WAIVE", "WAIVED, START",
    "WAIVED, COMPLETE", "WAIVED, BLOCK", "WAIVED, WAIVE", "TO_DO, REOPEN", "IN_PROGRESS, START",
    "IN_PROGRESS, REOPEN", "BLOCKED, BLOCK", "BLOCKED, REOPEN"
  })
  @DisplayName("refuses what does not fit its status")
  void status(TaskStatus status, TaskAction action) {
    bring("open-log", status);

    assertThat(work.refusal("open-log", command(action)))
        .containsExactly(new Reason("TASK_STATUS", "status", status));
  }

  private static TaskCommand command(TaskAction action) {
    return switch (action) {
      case START -> new Start(1L);
      case BLOCK -> new Block(1L, "x");
      case COMPLETE -> new Complete(1L, null);
      case WAIVE -> new Waive(1L, "x");
      case REOPEN -> new Reopen(1L, "x");
      case ANSWER -> new Answer(1L, GestureAnswer.DONE, null);
      case ASSIGN, DUE -> throw new IllegalArgumentException(action.word());
    };
  }

  private void bring(String key, TaskStatus status) {
    switch (status) {
      case TO_DO -> {}
      case IN_PROGRESS -> work.does(key, new Start(1L));
      case BLOCKED -> work.does(key, new Block(1L, "x"));
      case DONE -> work.does(key, new Complete(1L, null));
      case WAIVED -> work.does(key, new Waive(1L, "x"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CLOSED", "REJECTED", "MERGED", "REDIRECTED"})
  @DisplayName("refuses everything once the case is heard to be over")
  void caseOver(CaseStatus over) {
    work.hear(it -> it.is(over));
    var expected = List.of(new Reason("CASE_NOT_OPEN", "status", over));

    assertThat(work.refusal("open-log", new Start(1L))).isEqualTo(expected);
    assertThat(work.refusal("internet", new Answer(1L, GestureAnswer.DONE, null)))
        .isEqualTo(expected);
    assertThatThrownBy(() -> work.decide("open-log").assign(List.of(Issuer.subject("responder1"))))
        .isInstanceOf(RuleViolation.class);
    assertThatThrownBy(() -> work.decide("open-log").due(null)).isInstanceOf(RuleViolation.class);
  }

  @Test
  @DisplayName("goes on while the case is held")
  void held() {
    work.hear(Heard::held);

    work.does("open-log", new Start(1L));

    assertThat(work.events()).hasSize(1);
  }

  @Test
  @DisplayName("is opened again with a reason, and counts as open again")
  void reopen() {
    var before = work.plan().progress().openMandatory();
    work.does("open-log", new Complete(1L, null));
    work.does("open-log", new Reopen(2L, "Le pilote a changé"));

    assertThat(work.task("open-log").status()).isEqualTo(TaskStatus.TO_DO);
    assertThat(work.plan().progress().openMandatory()).isEqualTo(before);
  }

  @Test
  @DisplayName("waived counts as done, and its reason travels")
  void waive() {
    work.does("watch", new Waive(1L, "Le prestataire surveille"));

    assertThat(((TaskWaived) work.events().getFirst()).reason())
        .isEqualTo("Le prestataire surveille");
    assertThat(work.task("watch").isOpenMandatory()).isFalse();
  }

  @Test
  @DisplayName("of a restricted case is given only to people who may see it")
  void assignRestricted() {
    work.hear(Heard::restrictedToPeople);

    assertThatThrownBy(() ->
            work.decide("open-log")
                .assign(List.of(Issuer.subject("responder1"), Issuer.subject("responder2"))))
        .isInstanceOfSatisfying(
            RuleViolation.class,
            it ->
                assertThat(it.reasons())
                    .containsExactly(
                        new Reason(
                            "NOT_ON_THE_CASE", "people", List.of(Issuer.subject("responder2")))));
    assertThat(
            byKey(
                work.decide("open-log").assign(List.of(Issuer.subject("responder1"))).aggregate(),
                "open-log"))
        .returns(List.of(Issuer.subject("responder1")), Task::assignees);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1999-01-01T00:00:00Z", "2026-11-24T06:33:59Z", "2027-12-01T00:00:00Z"})
  @DisplayName("is due neither before its case nor years ahead")
  void dueWhileTheCaseRuns(Instant at) {
    assertThatThrownBy(() -> work.decide("open-log").due(at))
        .isInstanceOfSatisfying(
            Invalid.class,
            it -> assertThat(it.errors()).extracting("field").containsExactly("dueAt"));
  }
}
