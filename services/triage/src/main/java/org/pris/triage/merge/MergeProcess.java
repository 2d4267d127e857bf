package org.pris.triage.merge;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.CaseEvent.CaseAbsorbed;
import org.pris.contracts.CaseEvent.CaseAccessChanged;
import org.pris.contracts.CaseEvent.CaseMerged;
import org.pris.contracts.CaseEvent.CaseUnmerged;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Person;
import org.pris.platform.outbox.Aggregates;
import org.pris.platform.outbox.Change;
import org.pris.platform.problem.RuleViolation;
import org.pris.platform.problem.StaleVersion;
import org.pris.triage.Case;
import org.pris.triage.Cases;
import org.pris.triage.Lifecycle;
import org.pris.triage.command.CaseCommand;
import org.pris.triage.command.CaseCommand.Merge;
import org.pris.triage.command.CaseCommand.Unmerge;
import org.pris.triage.deadline.Deadlines;
import org.pris.triage.lifecycle.CaseMachine;
import org.pris.triage.lifecycle.MergeRules;
import org.pris.triage.lifecycle.TransitionAttempt;
import org.pris.triage.lifecycle.Transitions;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/**
 * One case taken into another, and parted from it again, in three steps of one document each: the
 * source says what is to be done, the target takes it in or gives back what it brought, the source
 * ends or goes on. What a crash leaves between them a sweep finishes; each step may be repeated.
 */
@Service
public class MergeProcess {

  private final Aggregates aggregates;
  private final CaseMachine machine;
  private final Deadlines rules;
  private final Clock clock;

  MergeProcess(Aggregates aggregates, CaseMachine machine, Deadlines rules, Clock clock) {
    this.aggregates = aggregates;
    this.machine = machine;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * @param target as the person sees it
   * @throws RuleViolation where one of the two does not admit it
   */
  public Case merge(UUID source, Merge command, Person by, Case target) {
    return begin(source, command, by, target, null);
  }

  /** The same the other way. */
  public Case unmerge(Case source, Unmerge command, Person by) {
    var into = source.lifecycle().mergedInto();
    var target = into == null ? null : aggregates.find(Case.class, into).orElse(null);
    return begin(source.id(), command, by, target, command.reason());
  }

  private Case begin(
      UUID source, CaseCommand command, Person by, @Nullable Case target, @Nullable String undone) {
    aggregates.update(
        Case.class,
        source,
        it -> {
          Cases.admit(it, by);
          StaleVersion.check(command.version(), it.version());
          machine.next(new TransitionAttempt(it, command.action(), command, by, target));
          var now = clock.instant();
          var with = requireNonNull(target, "the table looked at it").id();
          var under = new Lifecycle.Merging(with, now, Transitions.actor(by), undone);
          return Change.silent(it.with(it.lifecycle().merging(under)).withCommandEvents(now, 0));
        });
    return finish(source);
  }

  /** Steps two and three. */
  Case finish(UUID id) {
    var source = aggregates.find(Case.class, id).orElseThrow();
    var under = source.lifecycle().merging();
    if (under == null) {
      return source; // somebody else was faster
    }
    return under.undone() == null ? joined(source, under) : parted(source, under, under.undone());
  }

  private Case joined(Case source, Lifecycle.Merging under) {
    try {
      var target = aggregates.update(Case.class, under.into(), it -> absorbed(it, source, under));
      return aggregates.update(Case.class, source.id(), it -> ended(it, target, under));
    } catch (RuleViolation refused) {
      aggregates.update(
          Case.class,
          source.id(),
          it ->
              under.equals(it.lifecycle().merging())
                  ? Change.silent(it.with(it.lifecycle().merging(null)))
                  : Change.none(it));
      throw refused;
    }
  }

  private Change<Case> absorbed(Case target, Case source, Lifecycle.Merging under) {
    if (CaseMerge.has(target, source.id())) {
      return Change.none(target);
    }
    var refusal = MergeRules.refusal(target, source);
    if (!refusal.isEmpty()) {
      throw new RuleViolation(refusal);
    }
    var now = clock.instant();
    var after = CaseMerge.taken(target, source, now, rules).withDerivedEvents(now, 1);
    var event = new CaseAbsorbed(after.state(), source.id(), source.reference());
    return new Change<>(after, List.of(event), under.by());
  }

  private Change<Case> ended(Case source, Case target, Lifecycle.Merging under) {
    if (!under.equals(source.lifecycle().merging())) {
      return Change.none(source);
    }
    var now = clock.instant();
    var after =
        source
            .with(source.lifecycle().merged(target, now))
            .recalculated(rules)
            .withDerivedEvents(now, 1);
    var event = new CaseMerged(after.state(), target.id(), target.reference());
    return new Change<>(after, List.of(event), under.by());
  }

  /** The source learns what the target heard in its place before the target forgets it. */
  private Case parted(Case source, Lifecycle.Merging under, String reason) {
    var target = aggregates.find(Case.class, under.into()).orElseThrow();
    var taught =
        aggregates.update(
            Case.class,
            source.id(),
            it -> {
              var more = CaseMerge.taught(it, target);
              return more.equals(it) || !under.equals(it.lifecycle().merging())
                  ? Change.none(it)
                  : Change.silent(more);
            });
    aggregates.update(Case.class, target.id(), it -> gaveBack(it, taught, under, reason));
    return aggregates.update(Case.class, source.id(), it -> wentOn(it, under, reason));
  }

  private Change<Case> gaveBack(Case target, Case source, Lifecycle.Merging under, String reason) {
    if (!CaseMerge.has(target, source.id())) {
      return Change.none(target);
    }
    if (!CaseMerge.taught(source, target).equals(source)) {
      throw new OptimisticLockingFailureException("The target learnt more meanwhile");
    }
    var after =
        CaseMerge.givenBack(target, source.id(), rules).withDerivedEvents(clock.instant(), 1);
    return new Change<>(after, List.of(new CaseAccessChanged(after.state(), reason)), under.by());
  }

  private Change<Case> wentOn(Case source, Lifecycle.Merging under, String reason) {
    if (!under.equals(source.lifecycle().merging())) {
      return Change.none(source);
    }
    var now = clock.instant();
    var after =
        source
            .with(source.lifecycle().to(CaseStatus.IN_TRIAGE, now))
            .recalculated(rules)
            .withDerivedEvents(now, 1);
    return new Change<>(after, List.of(new CaseUnmerged(after.state(), reason)), under.by());
  }
}
