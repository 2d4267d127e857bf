package org.pris.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pris.contracts.IncidentType.RANSOMWARE;
import static org.pris.remediation.LayingOutTest.byKey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.contracts.Actor;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Role;
import org.pris.contracts.TaskEvent;
import org.pris.contracts.TaskEvent.GestureAnswer;
import org.pris.contracts.TaskEvent.TaskAnswered;
import org.pris.contracts.TaskEvent.TaskBlocked;
import org.pris.contracts.TaskEvent.TaskCompleted;
import org.pris.contracts.TaskEvent.TaskStarted;
import org.pris.contracts.TaskEvent.TaskWaived;
import org.pris.contracts.TaskStatus;
import org.pris.platform.Invalid;
import org.pris.platform.Reason;
import org.pris.platform.RuleViolation;
import org.pris.remediation.TaskCommand.Answer;
import org.pris.remediation.TaskCommand.Block;
import org.pris.remediation.TaskCommand.Complete;
import org.pris.remediation.TaskCommand.Reopen;
import org.pris.remediation.TaskCommand.Start;
import org.pris.remediation.TaskCommand.Waive;

@DisplayName("A task")
class TaskDecisionTest {

  static final Actor BY = Heard.responder().as(null, Role.RESPONDER);
  static final Instant NOW = Heard.AT.plus(Duration.ofHours(1));

  final Heard opened = Heard.of(RANSOMWARE);
  final Heard engaged = opened.engaged(RANSOMWARE);
  final List<Object> events = new ArrayList<>();
  Plan plan = LayingOutTest.after(opened, engaged);

  @Test
  @DisplayName("is started, blocked, started again and done, each told with the plan's progress")
  void wholeWay() {
    doing("open-log", new Start(1L));
    doing("open-log", new Block(2L, "Pas de téléphone"));
    doing("open-log", new Start(3L));
    doing("open-log", new Complete(4L, null));

    assertThat(events)
        .hasExactlyElementsOfTypes(
            TaskStarted.class, TaskBlocked.class, TaskStarted.class, TaskCompleted.class);
    assertThat(events)
        .extracting(it -> ((TaskEvent) it).progress().revision())
        .containsExactly(3L, 4L, 5L, 6L);
    assertThat(byKey(plan, "open-log"))
        .returns(TaskStatus.DONE, Task::status)
        .returns(5L, Task::version);
    assertThat(plan.progress().openMandatory())
        .isEqualTo(LayingOutTest.after(opened, engaged).progress().openMandatory() - 1);
  }

  @Test
  @DisplayName("leaves the version of the others alone")
  void ownVersion() {
    doing("open-log", new Start(1L));

    assertThat(byKey(plan, "confirm").version()).isEqualTo(1);
  }

  @Test
  @DisplayName("waits for the tasks that it depends on")
  void dependency() {
    assertThat(refusal("scope", new Start(1L)))
        .containsExactly(
            new Reason("DEPENDENCY_OPEN", "missing", List.of(byKey(plan, "confirm").id())));

    doing("confirm", new Complete(1L, null));
    doing("scope", new Start(1L));
    assertThat(byKey(plan, "scope").status()).isEqualTo(TaskStatus.IN_PROGRESS);
  }

  @Test
  @DisplayName("behind a gate is neither started nor done, and is told what the gate lacks")
  void gate() {
    var codes = refusal("reopen-internet", new Start(1L));

    assertThat(codes).extracting(Reason::code).containsExactly("GATE_CLOSED");
    assertThat(codes.getFirst().parameters().get("gate")).isEqualTo("internet");
    assertThat(codes.getFirst().parameters().get("missing"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(6);
    assertThat(refusal("reopen-internet", new Complete(1L, null))).isEqualTo(codes);
  }

  @Test
  @DisplayName("passes the gate once all that it needs is done or waived")
  void gateOpens() {
    for (var key : List.of("protect-backups", "preserve-directory", "vital-hosts-offline")) {
      doing(key, new Complete(1L, null));
    }
    doing("isolate-internet", new Complete(1L, "07 h 12, règles copiées"));
    doing("isolate-infected", new Complete(1L, null));
    doing("neutralise-accounts", new Waive(1L, "Aucun compte suspect"));

    doing("reopen-internet", new Start(1L));

    assertThat(byKey(plan, "reopen-internet").status()).isEqualTo(TaskStatus.IN_PROGRESS);
  }

  @Test
  @DisplayName("tells every reason at once")
  void everyReason() {
    assertThat(refusal("renew-secrets", new Complete(1L, " ")))
        .extracting(Reason::code)
        .containsExactly("DEPENDENCY_OPEN", "GATE_CLOSED", "EVIDENCE_MISSING");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  @DisplayName("that needs evidence is not done without a note of it")
  void evidence(String note) {
    assertThat(refusal("export-logs", new Complete(1L, note)))
        .containsExactly(new Reason("EVIDENCE_MISSING"));

    doing("export-logs", new Complete(1L, "SHA-256 relevés"));
    assertThat(byKey(plan, "export-logs").last())
        .isEqualTo(new Task.Act(BY, NOW, "SHA-256 relevés"));
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

    assertThat(refusal("open-log", command(action)))
        .containsExactly(new Reason("TASK_STATUS", "status", status));
  }

  @ParameterizedTest
  @EnumSource(names = {"CLOSED", "REJECTED", "MERGED", "REDIRECTED"})
  @DisplayName("refuses everything once the case is heard to be over")
  void caseOver(CaseStatus over) {
    plan = LayingOutTest.with(plan, engaged.is(over));
    var expected = List.of(new Reason("CASE_NOT_OPEN", "status", over));

    assertThat(refusal("open-log", new Start(1L))).isEqualTo(expected);
    assertThat(refusal("internet", new Answer(1L, GestureAnswer.DONE, null))).isEqualTo(expected);
    assertThatThrownBy(() -> decide("open-log").assign(List.of("responder1")))
        .isInstanceOf(RuleViolation.class);
    assertThatThrownBy(() -> decide("open-log").due(null)).isInstanceOf(RuleViolation.class);
  }

  @Test
  @DisplayName("goes on while the case is held")
  void held() {
    plan = LayingOutTest.with(plan, engaged.held());

    doing("open-log", new Start(1L));

    assertThat(events).hasSize(1);
  }

  @Test
  @DisplayName("is opened again with a reason, and counts as open again")
  void reopen() {
    var before = plan.progress().openMandatory();
    doing("open-log", new Complete(1L, null));
    doing("open-log", new Reopen(2L, "Le pilote a changé"));

    assertThat(byKey(plan, "open-log").status()).isEqualTo(TaskStatus.TO_DO);
    assertThat(plan.progress().openMandatory()).isEqualTo(before);
  }

  @Test
  @DisplayName("waived counts as done, and its reason travels")
  void waive() {
    doing("watch", new Waive(1L, "Le prestataire surveille"));

    assertThat(((TaskWaived) events.getFirst()).reason()).isEqualTo("Le prestataire surveille");
    assertThat(byKey(plan, "watch").isOpenMandatory()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"DONE, DONE", "IMPOSSIBLE, BLOCKED", "DO_NOT_KNOW, TO_DO"})
  @DisplayName("of the first hour keeps what the establishment answers, and when")
  void answer(GestureAnswer answer, TaskStatus status) {
    var at = NOW.minus(Duration.ofMinutes(20));
    doing("internet", new Answer(1L, answer, at));

    var gesture = byKey(plan, "internet");
    assertThat(gesture.reply()).isEqualTo(new Task.Reply(answer, at, BY));
    assertThat(gesture.status()).isEqualTo(status);
    assertThat(((TaskAnswered) events.getFirst()).answer()).isEqualTo(answer);
  }

  @Test
  @DisplayName("of the first hour can be answered otherwise later")
  void answerChanges() {
    doing("internet", new Answer(1L, GestureAnswer.IMPOSSIBLE, null));
    doing("internet", new Answer(2L, GestureAnswer.DONE, null));
    doing("internet", new Answer(3L, GestureAnswer.DO_NOT_KNOW, null));

    assertThat(byKey(plan, "internet"))
        .returns(TaskStatus.TO_DO, Task::status)
        .returns(4L, Task::version);
  }

  @Test
  @DisplayName("of the first hour that is marked as done is answered done")
  void completeGesture() {
    doing("paper", new Complete(1L, null));

    assertThat(byKey(plan, "paper").reply()).isEqualTo(new Task.Reply(GestureAnswer.DONE, NOW, BY));
  }

  @Test
  @DisplayName("is not answered for a time to come")
  void answerInFuture() {
    assertThatThrownBy(
            () -> decide("internet").on(new Answer(1L, GestureAnswer.DONE, NOW.plusSeconds(61))))
        .isInstanceOf(Invalid.class);
  }

  @Test
  @DisplayName("that is no gesture is not answered")
  void answerOther() {
    assertThat(refusal("open-log", new Answer(1L, GestureAnswer.DONE, null)))
        .containsExactly(new Reason("NOT_A_GESTURE"));
  }

  @Test
  @DisplayName("of a restricted case is given only to people who may see it")
  void assignRestricted() {
    plan = LayingOutTest.with(plan, engaged.restrictedToPeople());

    assertThatThrownBy(() -> decide("open-log").assign(List.of("responder1", "responder2")))
        .isInstanceOfSatisfying(
            RuleViolation.class,
            it ->
                assertThat(it.reasons())
                    .containsExactly(
                        new Reason("NOT_ON_THE_CASE", "people", List.of("responder2"))));
    assertThat(byKey(decide("open-log").assign(List.of("responder1")).aggregate(), "open-log"))
        .returns(List.of("responder1"), Task::assignees);
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
      case IN_PROGRESS -> doing(key, new Start(1L));
      case BLOCKED -> doing(key, new Block(1L, "x"));
      case DONE -> doing(key, new Complete(1L, null));
      case WAIVED -> doing(key, new Waive(1L, "x"));
    }
  }

  private void doing(String key, TaskCommand command) {
    var change = decide(key).on(command);
    plan = change.aggregate();
    events.addAll(change.events());
  }

  private List<Reason> refusal(String key, TaskCommand command) {
    var thrown =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            RuleViolation.class, () -> decide(key).on(command));
    assertThat(thrown).isNotNull();
    return thrown.reasons();
  }

  private TaskDecision decide(String key) {
    return new TaskDecision(plan, byKey(plan, key), BY, NOW);
  }
}
