package org.pris.remediation.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.CaseState;
import org.pris.contracts.Person;
import org.pris.platform.access.AccessRows;
import org.pris.platform.access.AccessRows.Seen;
import org.pris.platform.outbox.Change;
import org.pris.platform.problem.Invalid;
import org.pris.platform.problem.NotFound;
import org.pris.platform.problem.Reason;
import org.pris.platform.problem.RuleViolation;
import org.pris.platform.problem.StaleVersion;
import org.pris.platform.web.IdempotencyKey;
import org.pris.remediation.playbook.Playbooks;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** The use cases: who may see comes first, then who may do, then the version, then the rules. */
@Service
class Remediation {

  /** A plan before the person who asked. */
  record Shown(Plan plan, Caller caller) {

    ShownTask task(UUID id) {
      return new ShownTask(plan, plan.task(id).orElseThrow(NotFound::new), caller);
    }
  }

  /** A task of it. */
  record ShownTask(Plan plan, Task task, Caller caller) {}

  private final Plans plans;
  private final Playbooks playbooks;
  private final AccessRows rows;
  private final Clock clock;

  Remediation(Plans plans, Playbooks playbooks, AccessRows rows, Clock clock) {
    this.plans = plans;
    this.playbooks = playbooks;
    this.rows = rows;
    this.clock = clock;
  }

  /** What an event says the case is now; due tasks are laid out, those of merged cases taken in. */
  void hear(CaseState heard) {
    plans.hear(heard, plan -> TaskLayout.heard(plan, heard, playbooks, clock.instant()));
    heard.absorbed().forEach(it -> takeOn(it.id()));
    takeOn(heard.id());
  }

  /**
   * Whichever of the two cases is heard of last finds the other's plan there; a chain is followed
   * to its end. While an unmerge is not heard of yet it may seem to lead back to where it began.
   */
  private void takeOn(UUID merged) {
    var followed = new HashSet<UUID>();
    var source = plans.find(merged);
    while (source.isPresent() && followed.add(source.get().id())) {
      source = source.flatMap(this::takeOn);
    }
  }

  /** The plan that this one's tasks go on in, with them; empty where there is none (yet). */
  private Optional<Plan> takeOn(Plan source) {
    return Optional.ofNullable(source.theCase().mergedInto())
        .filter(it -> plans.find(it).isPresent())
        .map(it -> plans.update(it, target -> TaskMerge.taken(target, source)));
  }

  Shown show(String caseIdOrReference, Person person) {
    var caller = reader(rows.require(caseIdOrReference, person), person);
    var plan = plans.find(caller.caseId()).orElseThrow(NotFound::new);
    return new Shown(plan, caller.caller());
  }

  ShownTask task(UUID taskId, Person person) {
    var shown = show(plans.caseOf(taskId).orElseThrow(NotFound::new).toString(), person);
    var task = shown.task(taskId);
    if (!shown.caller().reads(task.task())) {
      throw new NotFound();
    }
    return task;
  }

  /** Adds a task of a responder's own; a repeat answers the first one. */
  ShownTask add(
      String caseIdOrReference, NewTask task, @Nullable String idempotencyKey, Person person) {
    var reader = responder(caseIdOrReference, person);
    var path = "/api/cases/" + reader.caseId() + "/tasks";
    var creation = IdempotencyKey.of(person, path, idempotencyKey, task);
    return onPlan(
            reader, (plan, caller) -> task.in(plan, creation, caller.actor(false), clock.instant()))
        .task(creation.id());
  }

  Shown lay(String caseIdOrReference, String playbook, Person person) {
    return onPlan(
        responder(caseIdOrReference, person),
        (plan, caller) -> {
          var chosen =
              playbooks
                  .find(playbook)
                  .orElseThrow(() -> new Invalid("playbook", "is not one that exists"));
          var status = plan.theCase().status();
          if (!status.isOpen()) {
            throw new RuleViolation(new Reason("CASE_NOT_OPEN", "status", status));
          }
          return TaskLayout.byHand(plan, chosen, caller.actor(false), clock.instant());
        });
  }

  ShownTask transition(UUID task, TaskCommand command, Person person) {
    return onTask(
        task, command.action(), command.version(), person, decision -> decision.on(command));
  }

  ShownTask assign(UUID task, long version, List<String> people, Person person) {
    return onTask(task, TaskAction.ASSIGN, version, person, it -> it.assign(people));
  }

  ShownTask due(UUID task, long version, @Nullable Instant at, Person person) {
    return onTask(task, TaskAction.DUE, version, person, it -> it.due(at));
  }

  private interface OnPlan {
    Change<Plan> decide(Plan plan, Caller caller);
  }

  private record Reader(UUID caseId, Caller caller) {}

  private Reader responder(String caseIdOrReference, Person person) {
    var reader = reader(rows.require(caseIdOrReference, person), person);
    if (!reader.caller().responds()) {
      throw new AccessDeniedException("Responders only");
    }
    return reader;
  }

  private Shown onPlan(Reader reader, OnPlan decision) {
    var plan = plans.update(reader.caseId(), it -> decision.decide(it, reader.caller()));
    return new Shown(plan, reader.caller());
  }

  private ShownTask onTask(
      UUID taskId,
      TaskAction action,
      long version,
      Person person,
      Function<TaskDecision, Change<Plan>> decide) {
    var caseId = plans.caseOf(taskId).orElseThrow(NotFound::new);
    var caller = reader(rows.require(caseId.toString(), person), person).caller();
    var plan =
        plans.update(
            caseId,
            it -> {
              var task = it.task(taskId).filter(caller::reads).orElseThrow(NotFound::new);
              if (!TaskRules.forbidden(it, task, action, caller).isEmpty()) {
                throw new AccessDeniedException("Not this person's to do");
              }
              StaleVersion.check(version, task.version());
              var actor = caller.actor(TaskRules.isLeadS(it, task, action));
              return decide.apply(new TaskDecision(it, task, actor, clock.instant()));
            });
    return new Shown(plan, caller).task(taskId);
  }

  /** Who sees a case but none of its tasks, the ARS for one, is told so. */
  private static Reader reader(Seen seen, Person person) {
    var caller = new Caller(person, seen.views(), seen.row().access());
    if (!caller.readsTasks()) {
      throw new AccessDeniedException("No view of tasks");
    }
    return new Reader(seen.id(), caller);
  }
}
