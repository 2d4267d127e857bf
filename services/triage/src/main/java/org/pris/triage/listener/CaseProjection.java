package org.pris.triage.listener;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Actor;
import org.pris.contracts.CaseEvent.CaseAccessChanged;
import org.pris.contracts.CaseEvent.CaseComplemented;
import org.pris.contracts.CaseEvent.CaseReopened;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.DeclaredFacts;
import org.pris.contracts.Progress;
import org.pris.platform.outbox.Aggregates;
import org.pris.platform.outbox.Change;
import org.pris.platform.store.References;
import org.pris.triage.Case;
import org.pris.triage.CaseFactory;
import org.pris.triage.Declarations;
import org.pris.triage.deadline.Deadlines;
import org.pris.triage.merge.CaseMerge;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** What cases learn from topics: load, decide, write once. */
@Service
public class CaseProjection {

  private final Aggregates aggregates;
  private final Deadlines rules;
  private final References references;
  private final Clock clock;

  public CaseProjection(
      Aggregates aggregates, Deadlines rules, References references, Clock clock) {
    this.aggregates = aggregates;
    this.rules = rules;
    this.references = references;
    this.clock = clock;
  }

  /** A declaration came in; a repeat finds its case there. */
  public void declared(DeclaredFacts facts) {
    if (aggregates.find(Case.class, facts.id()).isPresent()) {
      return;
    }
    var now = clock.instant();
    var reference = references.next(facts.exercise() ? "EX" : "PRIS", now);
    var opened = CaseFactory.declared(facts, reference, now, rules);
    try {
      aggregates.insert(CaseFactory.change(opened, null));
    } catch (DuplicateKeyException there) {
      // another instance took the same event first
    }
  }

  /**
   * More is known; where the case was merged, the one at the end of the chain learns it.
   *
   * @param at when the establishment said so
   */
  public void complemented(DeclaredFacts facts, Instant at) {
    if (aggregates.find(Case.class, facts.id()).isEmpty()) {
      declared(facts); // it carries all that the lost first one did
      return;
    }
    @Nullable UUID id = facts.id();
    while (id != null) {
      var theCase = aggregates.update(Case.class, id, it -> complemented(it, facts, at));
      id = theCase.lifecycle().mergedInto();
    }
  }

  /** Between the steps of a merge nobody can say whose it is: it is tried again. */
  private Change<Case> complemented(Case theCase, DeclaredFacts facts, Instant at) {
    if (theCase.lifecycle().merging() != null || !theCase.holds(facts.id())) {
      throw new OptimisticLockingFailureException("The case is being merged, or parted");
    }
    if (theCase.status() == CaseStatus.MERGED || Declarations.knows(theCase, facts)) {
      return Change.none(theCase);
    }
    var now = clock.instant();
    var learnt =
        Declarations.complemented(theCase, facts, at).recalculated(rules).withDerivedEvents(now, 1);
    var told = new CaseComplemented(learnt.state(), facts.reference(), facts.version());
    if (theCase.status().isOpen()) {
      return new Change<>(learnt, List.of(told), null);
    }
    var back =
        Declarations.returned(learnt, facts, now).recalculated(rules).withDerivedEvents(now, 1);
    var reason = facts.reference() + " v" + facts.version();
    return new Change<>(back, List.of(told, new CaseReopened(back.state(), reason)), null);
  }

  /** Somebody wrote of a case: it is lively, though nothing of it changes. */
  void noted(UUID id, Instant at) {
    if (aggregates.find(Case.class, id).isPresent()) {
      aggregates.update(
          Case.class,
          id,
          it ->
              at.isAfter(it.changedAt())
                  ? Change.silent(it.withDerivedEvents(at, 0))
                  : Change.none(it));
    }
  }

  /** Remediation tells how far the tasks are. */
  public void progressed(UUID id, Progress progress) {
    aggregates.project(Case.class, id, "tasks", progress.revision(), progress);
  }

  /** Who may see a case, may see what was merged into it, and nobody else. */
  public void accessChanged(UUID id, String reason, @Nullable Actor by) {
    for (var absorbed : aggregates.find(Case.class, id).orElseThrow().lifecycle().absorbed()) {
      aggregates.update(
          Case.class,
          absorbed.id(),
          it -> {
            // read after it: whoever slept in between must not put an older access back
            var target = aggregates.find(Case.class, id).orElseThrow();
            var followed = CaseMerge.seenAs(target, it);
            if (followed.equals(it)) {
              return Change.none(it);
            }
            var after = followed.withDerivedEvents(clock.instant(), 1);
            return new Change<>(after, List.of(new CaseAccessChanged(after.state(), reason)), by);
          });
    }
  }
}
