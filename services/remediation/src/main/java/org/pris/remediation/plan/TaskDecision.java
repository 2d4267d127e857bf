package org.pris.remediation.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Actor;
import org.pris.contracts.CaseState;
import org.pris.contracts.Progress;
import org.pris.contracts.TaskEvent;
import org.pris.contracts.TaskEvent.GestureAnswer;
import org.pris.contracts.TaskEvent.TaskAnswered;
import org.pris.contracts.TaskEvent.TaskAssigned;
import org.pris.contracts.TaskEvent.TaskBlocked;
import org.pris.contracts.TaskEvent.TaskCompleted;
import org.pris.contracts.TaskEvent.TaskDueChanged;
import org.pris.contracts.TaskEvent.TaskReopened;
import org.pris.contracts.TaskEvent.TaskStarted;
import org.pris.contracts.TaskEvent.TaskWaived;
import org.pris.contracts.TaskState;
import org.pris.contracts.TaskStatus;
import org.pris.platform.outbox.Change;
import org.pris.platform.problem.InstantRules;
import org.pris.platform.problem.Reason;
import org.pris.platform.problem.RuleViolation;
import org.pris.remediation.plan.Task.Act;
import org.pris.remediation.plan.Task.Reply;

/** What a command on one task leads to; pure, once the caller is known to be allowed to ask. */
record TaskDecision(Plan plan, Task task, Actor actor, Instant now) {

  /** The event of a change, from what stands after it. */
  private interface Told {
    TaskEvent of(CaseState theCase, Progress progress, TaskState state);
  }

  Change<Plan> on(TaskCommand command) {
    check(command.action(), evidence(command));
    return switch (command) {
      case TaskCommand.Start _ -> move(TaskStatus.IN_PROGRESS, null, TaskStarted::new);
      case TaskCommand.Complete(_, var note) -> complete(note);
      case TaskCommand.Answer(_, var answer, var at) -> answer(answer, at);
      case TaskCommand.Block(_, var why) ->
          move(TaskStatus.BLOCKED, why, (c, p, it) -> new TaskBlocked(c, p, it, why));
      case TaskCommand.Waive(_, var why) ->
          move(TaskStatus.WAIVED, why, (c, p, it) -> new TaskWaived(c, p, it, why));
      case TaskCommand.Reopen(_, var why) ->
          change(
              it -> it.moved(TaskStatus.TO_DO, act(why), null),
              (c, p, it) -> new TaskReopened(c, p, it, why));
    };
  }

  /** Subjects; of a restricted case only people who may see it. */
  Change<Plan> assign(List<String> people) {
    var access = plan.theCase().access();
    var strangers =
        access.restricted()
            ? people.stream().filter(it -> !access.people().contains(it)).toList()
            : List.<String>of();
    check(
        TaskAction.ASSIGN,
        strangers.isEmpty()
            ? List.of()
            : List.of(new Reason("NOT_ON_THE_CASE", "people", strangers)));
    return change(it -> it.assignedTo(people), TaskAssigned::new);
  }

  Change<Plan> due(@Nullable Instant at) {
    check(TaskAction.DUE, List.of());
    plan.checkDue(at, now);
    return change(it -> it.due(at), TaskDueChanged::new);
  }

  private Change<Plan> complete(@Nullable String note) {
    var reply = task.isGesture() ? new Reply(GestureAnswer.DONE, now, actor) : null;
    return change(
        it -> it.moved(TaskStatus.DONE, act(note), reply),
        (c, p, it) -> new TaskCompleted(c, p, it, note));
  }

  private Change<Plan> answer(GestureAnswer answer, @Nullable Instant at) {
    InstantRules.past("at", at, now);
    var status =
        switch (answer) {
          case DONE -> TaskStatus.DONE;
          case IMPOSSIBLE -> TaskStatus.BLOCKED;
          case DO_NOT_KNOW -> TaskStatus.TO_DO;
        };
    var reply = new Reply(answer, at == null || at.isAfter(now) ? now : at, actor);
    return change(
        it -> it.moved(status, act(null), reply), (c, p, it) -> new TaskAnswered(c, p, it, answer));
  }

  private Change<Plan> move(TaskStatus to, @Nullable String text, Told told) {
    return change(it -> it.moved(to, act(text), it.reply()), told);
  }

  private Change<Plan> change(UnaryOperator<Task> change, Told told) {
    var after = plan.with(task.id(), change);
    var state = after.task(task.id()).orElseThrow().state();
    return new Change<>(after, List.of(told.of(after.theCase(), after.progress(), state)), actor);
  }

  private Act act(@Nullable String text) {
    return new Act(actor, now, text);
  }

  /** Every reason at once: who is told one at a time gives up. */
  private void check(TaskAction action, List<Reason> more) {
    List<Reason> reasons = new ArrayList<>(TaskRules.refused(plan, task, action));
    reasons.addAll(more);
    if (!reasons.isEmpty()) {
      throw new RuleViolation(reasons);
    }
  }

  private List<Reason> evidence(TaskCommand command) {
    return command instanceof TaskCommand.Complete(_, var note)
            && task.instructions().evidenceNeeded() != null
            && (note == null || note.isBlank())
        ? List.of(new Reason("EVIDENCE_MISSING"))
        : List.of();
  }
}
