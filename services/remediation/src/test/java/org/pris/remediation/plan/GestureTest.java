package org.pris.remediation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pris.remediation.plan.Work.BY;
import static org.pris.remediation.plan.Work.NOW;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.contracts.Progress;
import org.pris.contracts.TaskEvent.GestureAnswer;
import org.pris.contracts.TaskEvent.TaskAnswered;
import org.pris.contracts.TaskStatus;
import org.pris.platform.problem.Invalid;
import org.pris.platform.problem.Reason;
import org.pris.remediation.plan.TaskCommand.Answer;
import org.pris.remediation.plan.TaskCommand.Complete;

@DisplayName("A task")
class GestureTest {

  final Work work = new Work();

  @ParameterizedTest
  @CsvSource({"DONE, DONE", "IMPOSSIBLE, BLOCKED", "DO_NOT_KNOW, TO_DO"})
  @DisplayName("of the first hour keeps what the establishment answers, and when")
  void answer(GestureAnswer answer, TaskStatus status) {
    var at = NOW.minus(Duration.ofMinutes(20));
    work.does("internet", new Answer(1L, answer, at));

    var gesture = work.task("internet");
    assertThat(gesture.reply()).isEqualTo(new Task.Reply(answer, at, BY));
    assertThat(gesture.status()).isEqualTo(status);
    assertThat(((TaskAnswered) work.events().getFirst()).answer()).isEqualTo(answer);
  }

  @Test
  @DisplayName("that is impossible on site is counted until another way is found")
  void impossible() {
    work.does("internet", new Answer(1L, GestureAnswer.IMPOSSIBLE, null));
    assertThat(progress().impossible()).isEqualTo(1);

    work.does("internet", new Answer(2L, GestureAnswer.DONE, null));
    assertThat(progress().impossible()).isZero();
  }

  private Progress progress() {
    return ((TaskAnswered) work.events().getLast()).progress();
  }

  @Test
  @DisplayName("of the first hour can be answered otherwise later")
  void answerChanges() {
    work.does("internet", new Answer(1L, GestureAnswer.IMPOSSIBLE, null));
    work.does("internet", new Answer(2L, GestureAnswer.DONE, null));
    work.does("internet", new Answer(3L, GestureAnswer.DO_NOT_KNOW, null));

    assertThat(work.task("internet"))
        .returns(TaskStatus.TO_DO, Task::status)
        .returns(4L, Task::version);
  }

  @Test
  @DisplayName("of the first hour that is marked as done is answered done")
  void completeGesture() {
    work.does("paper", new Complete(1L, null));

    assertThat(work.task("paper").reply()).isEqualTo(new Task.Reply(GestureAnswer.DONE, NOW, BY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-24T07:39:01Z", "1999-01-01T00:00:00Z"})
  @DisplayName("is not answered for a time to come, nor for another age")
  void answerAt(Instant at) {
    var answer = new Answer(1L, GestureAnswer.DONE, at);

    assertThatThrownBy(() -> work.decide("internet").on(answer))
        .isInstanceOfSatisfying(
            Invalid.class, it -> assertThat(it.errors()).extracting("field").containsExactly("at"));
  }

  @Test
  @DisplayName("that is no gesture is not answered")
  void answerOther() {
    assertThat(work.refusal("open-log", new Answer(1L, GestureAnswer.DONE, null)))
        .containsExactly(new Reason("NOT_A_GESTURE"));
  }
}
