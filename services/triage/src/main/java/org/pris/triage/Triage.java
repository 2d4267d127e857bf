package org.pris.triage;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.pris.contracts.CaseEvent.CaseComplemented;
import org.pris.contracts.CaseSource;
import org.pris.contracts.DeclaredFacts;
import org.pris.contracts.Person;
import org.pris.contracts.Progress;
import org.pris.contracts.Role;
import org.pris.platform.Aggregates;
import org.pris.platform.Change;
import org.pris.platform.Creation;
import org.pris.platform.Invalid;
import org.pris.platform.References;
import org.pris.platform.Stale;
import org.pris.triage.CaseCommand.Merge;
import org.pris.triage.CaseCommand.Unmerge;
import org.pris.triage.Edit.Affect;
import org.pris.triage.Edit.Assign;
import org.pris.triage.Edit.ChangeAccess;
import org.pris.triage.Edit.ChangeCare;
import org.pris.triage.Edit.ChangeDeadline;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** The use cases: load, decide, write once. */
@Service
class Triage {

  private final Aggregates aggregates;
  private final Cases cases;
  private final CaseMachine machine;
  private final Merging merging;
  private final Deadlines rules;
  private final Establishments establishments;
  private final References references;
  private final Clock clock;

  Triage(
      Aggregates aggregates,
      Cases cases,
      CaseMachine machine,
      Merging merging,
      Deadlines rules,
      Establishments establishments,
      References references,
      Clock clock) {
    this.aggregates = aggregates;
    this.cases = cases;
    this.machine = machine;
    this.merging = merging;
    this.rules = rules;
    this.establishments = establishments;
    this.references = references;
    this.clock = clock;
  }

  /** A declaration came in; a repeat finds its case there. */
  void declared(DeclaredFacts facts) {
    if (cases.find(facts.id()).isPresent()) {
      return;
    }
    var now = clock.instant();
    var opened = Openings.declared(facts, reference(facts.exercise(), now), now, rules);
    try {
      aggregates.insert(Openings.change(opened, null));
    } catch (DuplicateKeyException there) {
      // another instance took the same event first
    }
  }

  /** More is known; where the case was merged, the one at the end of the chain learns it. */
  void complemented(DeclaredFacts facts) {
    var own = cases.find(facts.id());
    if (own.isEmpty()) {
      declared(facts); // it carries all that the lost first one did
      return;
    }
    var now = clock.instant();
    aggregates.update(
        Case.class,
        merging.end(own.get()).id(),
        it -> {
          if (Declarations.knows(it, facts)) {
            return Change.none(it);
          }
          var after = Declarations.complemented(it, facts).settled(rules).heard(now, 1);
          var event = new CaseComplemented(after.state(), facts.reference(), facts.version());
          return new Change<>(after, java.util.List.of(event), null);
        });
  }

  /** Remediation tells how far the tasks are. */
  void progressed(UUID id, Progress progress) {
    aggregates.project(Case.class, id, "tasks", progress.revision(), progress);
  }

  /** Opens a case that nobody declared; the same key and body find what they made. */
  Case open(OpenCase how, Creation creation, Person by) {
    var now = clock.instant();
    Transitions.past("discoveredAt", how.discoveredAt(), now);
    if (how.source() == CaseSource.DECLARATION) {
      throw new Invalid("source", "a declaration opens its case by itself");
    }
    var known = cases.find(creation.id());
    if (known.isPresent()) {
      return repeated(known.get(), creation);
    }
    var site = site("establishment", how.establishment(), how.discoveredAt());
    var exercise = Boolean.TRUE.equals(how.exercise());
    var opening =
        new Opening(
            how.source(), null, how.discoveredAt(), now, how.description(), creation.digest());
    var opened =
        Openings.unheard(
            creation.id(),
            reference(exercise, now),
            exercise,
            opening,
            how.incidentType(),
            site,
            rules);
    try {
      return aggregates.insert(Openings.change(opened, Transitions.actor(by)));
    } catch (DuplicateKeyException there) {
      return repeated(cases.find(creation.id()).orElseThrow(), creation);
    }
  }

  private static Case repeated(Case known, Creation creation) {
    creation.check(String.valueOf(known.opening().digest()));
    return known;
  }

  Case transition(String idOrReference, CaseCommand command, Person by) {
    var seen = cases.workable(idOrReference, by);
    if (command instanceof Merge merge) {
      return merging.merge(seen.id(), merge, by, target(merge, by));
    }
    var moved =
        aggregates.update(
            Case.class,
            seen.id(),
            it -> {
              admit(it, by, command.version());
              var next = machine.next(new Attempt(it, command.action(), command, by, null));
              return Transitions.of(it, command, next, by, clock.instant(), rules);
            });
    if (command instanceof Unmerge && seen.course().mergedInto() != null) {
      merging.release(seen.course().mergedInto(), seen.id(), clock.instant());
    }
    return moved;
  }

  QualificationPreview preview(String idOrReference, QualificationDraft draft, Person by) {
    return QualificationPreview.of(
        cases.workable(idOrReference, by), draft, clock.instant(), rules);
  }

  Case edit(String idOrReference, Edit edit, Person by) {
    var seen = cases.workable(idOrReference, by);
    return aggregates.update(
        Case.class,
        seen.id(),
        it -> {
          admit(it, by, edit.version());
          var now = clock.instant();
          return switch (edit) {
            case ChangeCare care -> Edits.care(it, care, by, now, rules);
            case Assign assign -> Edits.assignees(it, assign, by, now, rules);
            case Affect affect -> {
              var site = site("establishment", affect.establishment(), affect.since());
              yield Edits.affected(it, site, by, now, rules);
            }
            case ChangeAccess access -> {
              lead(by);
              yield Edits.access(it, access, by, now, rules);
            }
            case ChangeDeadline deadline -> Settlement.of(it, deadline, by, now, rules);
          };
        });
  }

  /** Who may see it comes before what they decided on. */
  private static void admit(Case theCase, Person by, long version) {
    Cases.admit(theCase, by);
    Stale.check(version, theCase.version());
  }

  private static void lead(Person by) {
    if (!by.is(Role.LEAD)) {
      throw new AccessDeniedException("Only a lead");
    }
  }

  private Case target(Merge merge, Person by) {
    return cases
        .find(merge.into())
        .filter(it -> it.access().permits(by, org.pris.contracts.Access.View.RESPONDER))
        .orElseThrow(() -> new Invalid("into", "no such case"));
  }

  private AffectedSite site(String field, String finess, Instant since) {
    var known =
        establishments.find(finess).orElseThrow(() -> new Invalid(field, "no such establishment"));
    return AffectedSite.of(known.establishment(), known.profile(), since, clock.instant());
  }

  private String reference(boolean exercise, Instant now) {
    return references.next(exercise ? "EX" : "PRIS", now);
  }
}
