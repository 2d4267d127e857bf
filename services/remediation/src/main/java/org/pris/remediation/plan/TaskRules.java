package org.pris.remediation.plan;

import static org.pris.contracts.TaskStatus.BLOCKED;
import static org.pris.contracts.TaskStatus.DONE;
import static org.pris.contracts.TaskStatus.IN_PROGRESS;
import static org.pris.contracts.TaskStatus.TO_DO;
import static org.pris.contracts.TaskStatus.WAIVED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.pris.contracts.Role;
import org.pris.contracts.TaskStatus;
import org.pris.platform.problem.Reason;

/**
 * Who may do what with a task, and when. {@link #forbidden} depends on the caller alone and answers
 * 403; {@link #refused} depends on the plan and answers 409; the UI shows both before anybody asks.
 */
final class TaskRules {

  /** The rest is a responder's. */
  private static final Set<TaskAction> ESTABLISHMENT_S =
      Set.of(TaskAction.ANSWER, TaskAction.COMPLETE);

  private TaskRules() {}

  /** Code {@code ROLE_NEEDED} {role}. */
  static List<Reason> forbidden(Plan plan, Task task, TaskAction action, Caller caller) {
    if (!caller.responds() && !ESTABLISHMENT_S.contains(action)) {
      return List.of(new Reason("ROLE_NEEDED", "role", Role.RESPONDER));
    }
    return isLeadS(plan, task, action) && !caller.leads()
        ? List.of(new Reason("ROLE_NEEDED", "role", Role.LEAD))
        : List.of();
  }

  /** A lead signs, and only a lead lets a mandatory task or a gate go. */
  static boolean isLeadS(Plan plan, Task task, TaskAction action) {
    return switch (action) {
      case COMPLETE -> task.instructions().leadOnly();
      case WAIVE ->
          task.instructions().leadOnly()
              || task.instructions().mandatory()
              || plan.gates().stream().anyMatch(it -> it.needs().contains(task.id()));
      case START, BLOCK, REOPEN, ANSWER, ASSIGN, DUE -> false;
    };
  }

  /**
   * Codes {@code CASE_NOT_OPEN} {status}, {@code TASK_STATUS} {status}, {@code NOT_A_GESTURE},
   * {@code DEPENDENCY_OPEN} {missing: ids}, {@code GATE_CLOSED} {gate, playbook, missing: ids}.
   */
  static List<Reason> refused(Plan plan, Task task, TaskAction action) {
    var status = plan.theCase().status();
    if (!status.isOpen()) {
      return List.of(new Reason("CASE_NOT_OPEN", "status", status));
    }
    List<Reason> reasons = new ArrayList<>();
    if (action == TaskAction.ANSWER && !task.isGesture()) {
      reasons.add(new Reason("NOT_A_GESTURE"));
    }
    if (!from(action).contains(task.status())) {
      reasons.add(new Reason("TASK_STATUS", "status", task.status()));
    }
    if (action == TaskAction.START || action == TaskAction.COMPLETE) {
      reasons.addAll(waits(plan, task));
    }
    return reasons;
  }

  private static Set<TaskStatus> from(TaskAction action) {
    return switch (action) {
      case START -> Set.of(TO_DO, BLOCKED);
      case BLOCK -> Set.of(TO_DO, IN_PROGRESS);
      case COMPLETE, WAIVE -> Set.of(TO_DO, IN_PROGRESS, BLOCKED);
      case REOPEN -> Set.of(DONE, WAIVED);
      case ANSWER -> Set.of(TO_DO, IN_PROGRESS, BLOCKED, DONE);
      case ASSIGN, DUE -> Set.of(TO_DO, IN_PROGRESS, BLOCKED, DONE, WAIVED);
    };
  }

  /** What a task still waits for. */
  private static List<Reason> waits(Plan plan, Task task) {
    var missing = plan.open(task.instructions().dependsOn());
    var dependencies =
        missing.isEmpty()
            ? Stream.<Reason>empty()
            : Stream.of(new Reason("DEPENDENCY_OPEN", "missing", missing));
    var gates =
        plan.gates().stream()
            .filter(it -> it.before().contains(task.id()))
            .filter(it -> !plan.open(it.needs()).isEmpty())
            .map(it -> closed(it, plan.open(it.needs())));
    return Stream.concat(dependencies, gates).toList();
  }

  private static Reason closed(PlanGate gate, List<UUID> missing) {
    return new Reason(
        "GATE_CLOSED", Map.of("gate", gate.key(), "playbook", gate.playbook(), "missing", missing));
  }
}
