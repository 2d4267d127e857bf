package org.pris.remediation.plan;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access.View;
import org.pris.contracts.Audience;
import org.pris.contracts.Personal;
import org.pris.contracts.Phase;
import org.pris.contracts.Role;
import org.pris.contracts.TaskEvent.GestureAnswer;
import org.pris.contracts.TaskStatus;
import org.pris.remediation.playbook.Job;
import org.pris.remediation.playbook.LocalizedText;
import org.pris.remediation.playbook.Priority;

/**
 * A task as responders see it.
 *
 * @param version to send with the next command
 * @param number in the plan, from 1
 * @param playbook and {@code key}: null for a task that a responder wrote
 * @param establishment FINESS number of the one asked; null: all that the case touches
 * @param leadOnly only a lead marks it as done, and thereby signs
 * @param evidenceNeeded what the note of its completion must hold; null: no note needed
 * @param dependsOn ids of tasks that come first
 * @param assignees subjects
 * @param dueAt UTC; null: none
 * @param last change of status
 * @param origin reference of the merged case that it came with; null: of this case
 * @param reply of the establishment; null: not answered, or not a gesture
 */
record ResponderTask(
    @Schema(allowableValues = "RESPONDER") String view,
    UUID id,
    long version,
    int number,
    @Nullable String playbook,
    @Nullable String key,
    Phase phase,
    Priority priority,
    boolean mandatory,
    List<Job> roles,
    Audience audience,
    @Nullable String establishment,
    boolean gesture,
    boolean leadOnly,
    LocalizedText title,
    @Nullable LocalizedText what,
    List<LocalizedText> finishedWhen,
    List<LocalizedText> doNot,
    @Nullable LocalizedText evidenceNeeded,
    List<UUID> dependsOn,
    TaskStatus status,
    List<String> assignees,
    @Nullable Instant dueAt,
    @Nullable String origin,
    @Nullable LastAct last,
    @Nullable Reply reply,
    List<AllowedAction> allowedActions)
    implements TaskView {

  /**
   * Who changed the status, and what they wrote of it.
   *
   * @param text the note of a completion, the reason of a block, waiver or reopening
   */
  record LastAct(@Personal String by, Role role, Instant at, @Personal @Nullable String text) {}

  /** What the establishment answered, or a responder for it. */
  record Reply(GestureAnswer answer, Instant at, @Personal String by, Role role) {}

  static ResponderTask of(Plan plan, Task task, Caller caller) {
    var it = task.instructions();
    return new ResponderTask(
        View.RESPONDER.name(),
        task.id(),
        task.version(),
        task.number(),
        task.playbook(),
        task.key(),
        it.phase(),
        it.priority(),
        it.mandatory(),
        it.roles(),
        it.audience(),
        it.establishment(),
        task.isGesture(),
        it.leadOnly(),
        it.title(),
        it.what(),
        it.finishedWhen(),
        it.doNot(),
        it.evidenceNeeded(),
        it.dependsOn(),
        task.status(),
        task.assignees(),
        task.dueAt(),
        task.origin(),
        last(task.last()),
        reply(task.reply()),
        Arrays.stream(TaskAction.values())
            .filter(action -> action != TaskAction.ANSWER || task.isGesture())
            .map(action -> AllowedAction.of(action, plan, task, caller))
            .toList());
  }

  private static @Nullable LastAct last(Task.@Nullable Act act) {
    return act == null ? null : new LastAct(act.by().name(), act.by().role(), act.at(), act.text());
  }

  private static @Nullable Reply reply(Task.@Nullable Reply reply) {
    return reply == null
        ? null
        : new Reply(reply.answer(), reply.at(), reply.by().name(), reply.by().role());
  }
}
