package org.pris.triage.api;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.pris.contracts.Access;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.platform.outbox.Aggregates;
import org.pris.platform.outbox.Change;
import org.pris.platform.problem.Invalid;
import org.pris.platform.problem.NotFound;
import org.pris.platform.problem.StaleVersion;
import org.pris.triage.Case;
import org.pris.triage.CaseBound;
import org.pris.triage.Cases;
import org.pris.triage.command.CaseCommand;
import org.pris.triage.command.CaseCommand.Merge;
import org.pris.triage.command.CaseCommand.Unmerge;
import org.pris.triage.command.CaseEdit;
import org.pris.triage.command.CaseEdit.Admit;
import org.pris.triage.command.CaseEdit.Affect;
import org.pris.triage.command.CaseEdit.Assign;
import org.pris.triage.command.CaseEdit.ChangeAccess;
import org.pris.triage.command.CaseEdit.ChangeCare;
import org.pris.triage.command.CaseEdit.ChangeDeadline;
import org.pris.triage.command.QualificationDraft;
import org.pris.triage.deadline.Deadlines;
import org.pris.triage.edit.CaseEdits;
import org.pris.triage.edit.DeadlineSettlement;
import org.pris.triage.lifecycle.CaseMachine;
import org.pris.triage.lifecycle.QualificationPreview;
import org.pris.triage.lifecycle.TransitionAttempt;
import org.pris.triage.lifecycle.Transitions;
import org.pris.triage.merge.MergeProcess;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** What people do with cases that there are: load, decide, write once. */
@Service
class CaseService {

  private final Aggregates aggregates;
  private final Cases cases;
  private final CaseMachine machine;
  private final MergeProcess merging;
  private final Deadlines rules;
  private final Sites sites;
  private final Subjects subjects;
  private final CaseBound bound;
  private final Clock clock;

  CaseService(
      Aggregates aggregates,
      Cases cases,
      CaseMachine machine,
      MergeProcess merging,
      Deadlines rules,
      Sites sites,
      Subjects subjects,
      CaseBound bound,
      Clock clock) {
    this.aggregates = aggregates;
    this.cases = cases;
    this.machine = machine;
    this.merging = merging;
    this.rules = rules;
    this.sites = sites;
    this.subjects = subjects;
    this.bound = bound;
    this.clock = clock;
  }

  Case transition(String idOrReference, CaseCommand command, Person by) {
    return switch (command) {
      case Merge merge ->
          merging.merge(cases.workable(idOrReference, by).id(), merge, by, target(merge, by));
      case Unmerge unmerge -> merging.unmerge(cases.workable(idOrReference, by), unmerge, by);
      default ->
          aggregates.update(
              Case.class,
              id(idOrReference),
              it -> {
                admit(it, by, command.version());
                var named = subjects.of(command, it.team());
                var next =
                    machine.next(new TransitionAttempt(it, command.action(), named, by, null));
                return Transitions.of(it, named, next, by, clock.instant(), rules);
              });
    };
  }

  QualificationPreview preview(String idOrReference, QualificationDraft draft, Person by) {
    return QualificationPreview.of(
        cases.workable(idOrReference, by), draft, clock.instant(), rules);
  }

  Case edit(String idOrReference, CaseEdit edit, Person by) {
    return aggregates.update(
        Case.class,
        id(idOrReference),
        it -> {
          if (edit instanceof ChangeAccess) {
            Cases.admit(it, by);
            lead(by); // whichever version they know
          }
          admit(it, by, edit.version());
          var change = edited(it, edit, by, clock.instant());
          bound.check(it, change.aggregate());
          return change;
        });
  }

  /**
   * A lead lets somebody into a restricted case; the version does not matter: nobody is put out.
   */
  Case admit(String idOrReference, Admit edit, Person by) {
    return aggregates.update(
        Case.class,
        id(idOrReference),
        it -> {
          if (it.access().views(by).isEmpty()) {
            throw new NotFound();
          }
          lead(by);
          return CaseEdits.admitted(it, subjects.of(edit), by, clock.instant(), rules);
        });
  }

  private Change<Case> edited(Case it, CaseEdit edit, Person by, Instant now) {
    return switch (edit) {
      case ChangeCare care -> CaseEdits.care(it, care, by, now, rules);
      case Assign assign -> CaseEdits.assignees(it, subjects.of(assign, it.team()), by, now, rules);
      case Affect affect -> {
        var site = sites.of("establishment", affect.establishment(), affect.since());
        var correction = Boolean.TRUE.equals(affect.correction());
        yield CaseEdits.affected(it, site, correction, by, now, rules);
      }
      case ChangeAccess access ->
          CaseEdits.access(it, subjects.of(access, it.access()), by, now, rules);
      case ChangeDeadline deadline -> DeadlineSettlement.of(it, deadline, by, now, rules);
    };
  }

  /** Whoever asks: what is done with it looks at who may see it. */
  private UUID id(String idOrReference) {
    return cases.named(idOrReference).orElseThrow(NotFound::new);
  }

  /** Who may see it comes before what they decided on. */
  private static void admit(Case theCase, Person by, long version) {
    Cases.admit(theCase, by);
    StaleVersion.check(version, theCase.version());
  }

  private static void lead(Person by) {
    if (!by.is(Role.LEAD)) {
      throw new AccessDeniedException("Only a lead");
    }
  }

  private Case target(Merge merge, Person by) {
    return cases
        .find(merge.into())
        .filter(it -> it.access().permits(by, Access.View.RESPONDER))
        .orElseThrow(() -> new Invalid("into", "no such case"));
  }
}
