package org.pris.remediation.plan;

import java.util.List;
import java.util.stream.Stream;
import org.pris.platform.problem.Reason;

/**
 * Whether the reader may do something now, and if not, every reason why.
 *
 * @param needs fields that the command must hold, beside {@code action} and {@code version}
 */
record AllowedAction(TaskAction action, boolean allowed, List<Reason> reasons, List<String> needs) {

  static AllowedAction of(TaskAction action, Plan plan, Task task, Caller caller) {
    var reasons =
        Stream.concat(
                TaskRules.forbidden(plan, task, action, caller).stream(),
                TaskRules.refused(plan, task, action).stream())
            .toList();
    return new AllowedAction(action, reasons.isEmpty(), reasons, needs(action, task));
  }

  private static List<String> needs(TaskAction action, Task task) {
    return switch (action) {
      case BLOCK, WAIVE, REOPEN -> List.of("reason");
      case ANSWER -> List.of("answer");
      case COMPLETE -> task.instructions().evidenceNeeded() == null ? List.of() : List.of("note");
      case ASSIGN -> List.of("assignees");
      case START, DUE -> List.of();
    };
  }
}
