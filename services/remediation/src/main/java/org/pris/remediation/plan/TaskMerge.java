package org.pris.remediation.plan;

import java.util.ArrayList;
import java.util.List;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.TaskEvent;
import org.pris.contracts.TaskEvent.TaskAdded;
import org.pris.contracts.TaskStatus;
import org.pris.platform.Ids;
import org.pris.platform.outbox.Change;

/**
 * What of a merged case's work goes on in the case that it was merged into: the open tasks that
 * somebody wrote, and those of a playbook that somebody has begun; the target has playbooks of its
 * own. A merged plan takes no more commands, so the copy is final, and a repeat finds it there.
 * After an unmerge both cases keep the task: work that was done is not taken from anybody.
 */
final class TaskMerge {

  private TaskMerge() {}

  /** The target's plan with them, as far as it has room beside an engagement's playbook. */
  static Change<Plan> taken(Plan target, Plan source) {
    var after = target;
    List<TaskEvent> events = new ArrayList<>();
    if (isMergedInto(source, target) && isReachable(target)) {
      for (var task : source.tasks()) {
        var copy = copy(target, source, task, after.lastNumber() + 1);
        var fits = after.tasks().size() < Plan.MOST_WITH_MERGED;
        if (goesOn(task) && fits && after.task(copy.id()).isEmpty()) {
          after = after.with(copy);
          events.add(new TaskAdded(after.theCase(), after.progress(), copy.state()));
        }
      }
    }
    return new Change<>(after, events, null);
  }

  private static boolean isMergedInto(Plan source, Plan target) {
    return source.theCase().status() == CaseStatus.MERGED
        && target.id().equals(source.theCase().mergedInto());
  }

  /** Open, or merged itself: then they go on from there. */
  private static boolean isReachable(Plan target) {
    return target.theCase().status().isOpen() || target.theCase().status() == CaseStatus.MERGED;
  }

  private static boolean goesOn(Task task) {
    var begun = task.status() == TaskStatus.IN_PROGRESS || task.status() == TaskStatus.BLOCKED;
    return !task.isSettled() && (task.playbook() == null || begun);
  }

  private static Task copy(Plan target, Plan source, Task task, int number) {
    return new Task(
        Ids.of(target.id(), task.id().toString()),
        1,
        number,
        null,
        null,
        task.instructions().independent(),
        task.status(),
        task.assignees(),
        task.dueAt(),
        task.last(),
        null,
        null,
        task.origin() == null ? source.theCase().reference() : task.origin());
  }
}
