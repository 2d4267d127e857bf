package org.pris.remediation.plan;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Actor;
import org.pris.contracts.Personal;
import org.pris.contracts.TaskEvent.GestureAnswer;
import org.pris.contracts.TaskState;
import org.pris.contracts.TaskStatus;
import org.pris.remediation.playbook.FirstHour;

/**
 * One remediation step of a plan.
 *
 * @param version counts the commands of people on this task, from 1
 * @param number in its plan, for people to speak of
 * @param playbook null for a task that a person wrote
 * @param key of the playbook's task
 * @param assignees subjects
 * @param last who changed its status, when, and what they wrote of it
 * @param reply of the establishment, to a gesture
 * @param digest of the body that created it; null for a playbook's
 * @param origin reference of the merged case that it came with; null: of the case itself
 */
record Task(
    UUID id,
    long version,
    int number,
    @Nullable String playbook,
    @Nullable String key,
    Instructions instructions,
    TaskStatus status,
    List<String> assignees,
    @Nullable Instant dueAt,
    @Nullable Act last,
    @Nullable Reply reply,
    @Nullable String digest,
    @Nullable String origin) {

  /** A change of status. */
  record Act(Actor by, Instant at, @Personal @Nullable String text) {}

  /**
   * The answer to a gesture.
   *
   * @param at when it was done, or else answered
   */
  record Reply(GestureAnswer answer, Instant at, Actor by) {}

  boolean isGesture() {
    return FirstHour.KEY.equals(playbook);
  }

  /** Nothing more is expected of it, and nothing waits for it. */
  boolean isSettled() {
    return status == TaskStatus.DONE || status == TaskStatus.WAIVED;
  }

  /** The establishment has said that it cannot, and nobody has found another way. */
  boolean isImpossible() {
    return reply != null && reply.answer() == GestureAnswer.IMPOSSIBLE && !isSettled();
  }

  boolean isOpenMandatory() {
    return instructions.mandatory() && !isSettled();
  }

  Task moved(TaskStatus to, Act act, @Nullable Reply replied) {
    return new Task(
        id,
        version + 1,
        number,
        playbook,
        key,
        instructions,
        to,
        assignees,
        dueAt,
        act,
        replied,
        digest,
        origin);
  }

  Task assignedTo(List<String> people) {
    return new Task(
        id,
        version + 1,
        number,
        playbook,
        key,
        instructions,
        status,
        people,
        dueAt,
        last,
        reply,
        digest,
        origin);
  }

  Task due(@Nullable Instant at) {
    return new Task(
        id,
        version + 1,
        number,
        playbook,
        key,
        instructions,
        status,
        assignees,
        at,
        last,
        reply,
        digest,
        origin);
  }

  /** As it travels. */
  TaskState state() {
    return new TaskState(
        id,
        key,
        playbook,
        instructions.phase(),
        instructions.mandatory(),
        instructions.audience(),
        instructions.title().fr(),
        status,
        assignees,
        dueAt,
        instructions.establishment());
  }
}
