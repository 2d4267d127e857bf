package org.pris.contracts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What remediation says, on {@code pris.tasks}: what happened, the whole progress counted from the
 * plan after it, and the newest copy of the case that remediation has.
 */
public sealed interface TaskEvent {

  Progress progress();

  CaseState theCase();

  /**
   * A plan got tasks. The gestures of the first hour, with which each plan begins, are not told.
   *
   * @param engagement the one that asked, or the newest where a person did; 0 before there is one
   */
  @JsonTypeName("tasks.laid-out.v1")
  record TasksLaidOut(
      CaseState theCase, Progress progress, int engagement, String playbook, List<TaskState> tasks)
      implements TaskEvent {}

  @JsonTypeName("task.added.v1")
  record TaskAdded(CaseState theCase, Progress progress, TaskState task) implements TaskEvent {}

  @JsonTypeName("task.started.v1")
  record TaskStarted(CaseState theCase, Progress progress, TaskState task) implements TaskEvent {}

  @JsonTypeName("task.completed.v1")
  record TaskCompleted(
      CaseState theCase, Progress progress, TaskState task, @Personal @Nullable String note)
      implements TaskEvent {}

  @JsonTypeName("task.blocked.v1")
  record TaskBlocked(CaseState theCase, Progress progress, TaskState task, @Personal String reason)
      implements TaskEvent {}

  @JsonTypeName("task.waived.v1")
  record TaskWaived(CaseState theCase, Progress progress, TaskState task, @Personal String reason)
      implements TaskEvent {}

  @JsonTypeName("task.reopened.v1")
  record TaskReopened(CaseState theCase, Progress progress, TaskState task, @Personal String reason)
      implements TaskEvent {}

  @JsonTypeName("task.assigned.v1")
  record TaskAssigned(CaseState theCase, Progress progress, TaskState task) implements TaskEvent {}

  @JsonTypeName("task.due-changed.v1")
  record TaskDueChanged(CaseState theCase, Progress progress, TaskState task)
      implements TaskEvent {}

  /** The establishment says of a gesture: done, impossible, or that it does not know. */
  @JsonTypeName("task.answered.v1")
  record TaskAnswered(CaseState theCase, Progress progress, TaskState task, GestureAnswer answer)
      implements TaskEvent {}

  /** What an establishment answers of a gesture. */
  enum GestureAnswer {
    DONE,
    IMPOSSIBLE,
    DO_NOT_KNOW
  }
}
