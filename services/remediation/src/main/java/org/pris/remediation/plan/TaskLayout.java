package org.pris.remediation.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Actor;
import org.pris.contracts.CaseState;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.TaskEvent.TasksLaidOut;
import org.pris.contracts.TaskStatus;
import org.pris.platform.Ids;
import org.pris.platform.outbox.Change;
import org.pris.remediation.playbook.Playbook;
import org.pris.remediation.playbook.Playbooks;
import org.pris.remediation.playbook.TaskTemplate;

/**
 * Puts playbooks into plans: the gestures when a case opens, the playbook of its type when it is
 * engaged. What is due follows from the state that was heard and from the plan, not from which
 * event brought it: a repeat finds its trace, and a lost event is healed by the next.
 */
final class TaskLayout {

  private TaskLayout() {}

  /**
   * What one state of the case makes due; nothing once the newest says that the case is over. Of
   * the gestures nobody is told before one is answered: each case begins with them.
   */
  static Change<Plan> heard(Plan plan, CaseState heard, Playbooks playbooks, Instant now) {
    if (!plan.theCase().status().isOpen()) {
      return Change.none(plan);
    }
    var begun = plan.has(0) ? plan : begun(plan, playbooks.gestures(heard.incidentType()), now);
    if (isWorkedOn(heard) && !plan.has(heard.engagement())) {
      return told(begun, heard.engagement(), playbooks.of(heard.incidentType()), null, now);
    }
    return begun.equals(plan) ? Change.none(plan) : Change.silent(begun);
  }

  /** A responder's own choice; a playbook that is there already changes nothing. */
  static Change<Plan> byHand(Plan plan, Playbook playbook, Actor actor, Instant now) {
    return plan.has(playbook.key()) ? Change.none(plan) : told(plan, null, playbook, actor, now);
  }

  private static boolean isWorkedOn(CaseState heard) {
    var status = heard.heldFrom() == null ? heard.status() : heard.heldFrom();
    return heard.engagement() > 0
        && (status == CaseStatus.ENGAGED
            || status == CaseStatus.MONITORING
            || status == CaseStatus.REPORTING);
  }

  private static Plan begun(Plan plan, Playbook gestures, Instant now) {
    var laying = new LaidOutPlaybook(0, gestures.key(), now);
    return plan.begunWith(laying, gates(plan, gestures), tasks(plan, gestures, now));
  }

  private static Change<Plan> told(
      Plan plan,
      @Nullable Integer engagement,
      Playbook playbook,
      @Nullable Actor actor,
      Instant now) {
    var isThere = plan.has(playbook.key());
    var tasks = isThere ? List.<Task>of() : tasks(plan, playbook, now);
    var gates = isThere ? List.<PlanGate>of() : gates(plan, playbook);
    var after = plan.with(new LaidOutPlaybook(engagement, playbook.key(), now), gates, tasks);
    var laidOut =
        new TasksLaidOut(
            after.theCase(),
            after.progress(),
            engagement == null ? after.lastEngagement() : engagement,
            playbook.key(),
            tasks.stream().map(Task::state).toList());
    return new Change<>(after, List.of(laidOut), actor);
  }

  private static List<Task> tasks(Plan plan, Playbook playbook, Instant now) {
    List<Task> tasks = new ArrayList<>();
    var number = plan.lastNumber();
    for (var template : playbook.tasks()) {
      number++;
      tasks.add(
          new Task(
              id(plan, playbook, template.key()),
              1,
              number,
              playbook.key(),
              template.key(),
              instructions(plan, playbook, template),
              TaskStatus.TO_DO,
              List.of(),
              template.within() == null ? null : now.plus(template.within()),
              null,
              null,
              null,
              null));
    }
    return tasks;
  }

  private static Instructions instructions(Plan plan, Playbook playbook, TaskTemplate template) {
    return new Instructions(
        template.phase(),
        template.priority(),
        template.roles(),
        template.audience(),
        null,
        template.leadOnly(),
        template.title(),
        template.what(),
        template.finishedWhen(),
        template.doNot(),
        template.evidenceNeeded(),
        ids(plan, playbook, template.dependsOn()));
  }

  private static List<PlanGate> gates(Plan plan, Playbook playbook) {
    return playbook.gates().stream()
        .map(it ->
            new PlanGate(
                playbook.key(),
                it.key(),
                it.name(),
                it.why(),
                ids(plan, playbook, it.needs()),
                ids(plan, playbook, it.before())))
        .toList();
  }

  private static List<UUID> ids(Plan plan, Playbook playbook, List<String> keys) {
    return keys.stream().map(it -> id(plan, playbook, it)).toList();
  }

  private static UUID id(Plan plan, Playbook playbook, String key) {
    return Ids.of(plan.id(), playbook.key(), key);
  }
}
