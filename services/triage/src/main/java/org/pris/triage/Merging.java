package org.pris.triage;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.CaseEvent.CaseAbsorbed;
import org.pris.contracts.CaseEvent.CaseAccessChanged;
import org.pris.contracts.CaseEvent.CaseMerged;
import org.pris.contracts.CaseEvent.CaseUnmerged;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Person;
import org.pris.platform.StackTraceRedactor;
import org.pris.platform.outbox.Aggregates;
import org.pris.platform.outbox.Change;
import org.pris.platform.problem.RuleViolation;
import org.pris.platform.problem.StaleVersion;
import org.pris.triage.CaseCommand.Merge;
import org.pris.triage.CaseCommand.Unmerge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * One case taken into another, and parted from it again, in three steps of one document each: the
 * source says what is to be done, the target takes it in or gives back what it brought, the source
 * ends or goes on. What a crash leaves between them a sweep finishes; each step may be repeated.
 */
@Service
class Merging {

  private static final Logger LOG = LoggerFactory.getLogger(Merging.class);
  private static final Duration LEFT = Duration.ofSeconds(10);
  private static final int BATCH = 50;

  private final Aggregates aggregates;
  private final MongoOperations mongo;
  private final CaseMachine machine;
  private final Deadlines rules;
  private final Clock clock;

  Merging(
      Aggregates aggregates,
      MongoOperations mongo,
      CaseMachine machine,
      Deadlines rules,
      Clock clock) {
    this.aggregates = aggregates;
    this.mongo = mongo;
    this.machine = machine;
    this.rules = rules;
    this.clock = clock;
    mongo
        .indexOps(Case.class)
        .createIndex(new Index("course.merging.at", Sort.Direction.ASC).sparse());
  }

  /**
   * @param target as the person sees it
   * @throws RuleViolation where one of the two does not admit it
   */
  Case merge(UUID source, Merge command, Person by, Case target) {
    return begin(source, command, by, target, null);
  }

  /** The same the other way. */
  Case unmerge(Case source, Unmerge command, Person by) {
    var into = source.course().mergedInto();
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
          machine.next(new Attempt(it, command.action(), command, by, target));
          var now = clock.instant();
          var with = requireNonNull(target, "the table looked at it").id();
          var under = new Course.Merging(with, now, Transitions.actor(by), undone);
          return Change.silent(it.with(it.course().merging(under)).decided(now, 0));
        });
    return finish(source);
  }

  /** One that cannot be finished does not keep the others from it. */
  @Scheduled(fixedDelayString = "${pris.triage.merge-sweep:10s}")
  void sweep() {
    var left = Criteria.where("course.merging.at").lt(clock.instant().minus(LEFT));
    for (var theCase : mongo.find(Query.query(left).limit(BATCH), Case.class)) {
      try {
        finish(theCase.id());
      } catch (RuleViolation refused) {
        LOG.info("Merge of {} given up: {}", theCase.reference(), refused.getMessage());
      } catch (RuntimeException failed) {
        LOG.warn(
            "Merge of {} not finished",
            theCase.reference(),
            StackTraceRedactor.withoutMessages(failed));
      }
    }
  }

  /** Steps two and three. */
  private Case finish(UUID id) {
    var source = aggregates.find(Case.class, id).orElseThrow();
    var under = source.course().merging();
    if (under == null) {
      return source; // somebody else was faster
    }
    return under.undone() == null ? joined(source, under) : parted(source, under, under.undone());
  }

  private Case joined(Case source, Course.Merging under) {
    try {
      var target = aggregates.update(Case.class, under.into(), it -> absorbed(it, source, under));
      return aggregates.update(Case.class, source.id(), it -> ended(it, target, under));
    } catch (RuleViolation refused) {
      aggregates.update(
          Case.class,
          source.id(),
          it ->
              under.equals(it.course().merging())
                  ? Change.silent(it.with(it.course().merging(null)))
                  : Change.none(it));
      throw refused;
    }
  }

  private Change<Case> absorbed(Case target, Case source, Course.Merging under) {
    if (Absorption.has(target, source.id())) {
      return Change.none(target);
    }
    var refusal = Absorption.refusal(target, source);
    if (!refusal.isEmpty()) {
      throw new RuleViolation(refusal);
    }
    var after = Absorption.taken(target, source, rules).heard(clock.instant(), 1);
    var event = new CaseAbsorbed(after.state(), source.id(), source.reference());
    return new Change<>(after, List.of(event), under.by());
  }

  private Change<Case> ended(Case source, Case target, Course.Merging under) {
    if (!under.equals(source.course().merging())) {
      return Change.none(source);
    }
    var now = clock.instant();
    var after = source.with(source.course().merged(target, now)).settled(rules).heard(now, 1);
    var event = new CaseMerged(after.state(), target.id(), target.reference());
    return new Change<>(after, List.of(event), under.by());
  }

  /** The source learns what the target heard in its place before the target forgets it. */
  private Case parted(Case source, Course.Merging under, String reason) {
    var target = aggregates.find(Case.class, under.into()).orElseThrow();
    var taught =
        aggregates.update(
            Case.class,
            source.id(),
            it -> {
              var more = Absorption.taught(it, target);
              return more.equals(it) || !under.equals(it.course().merging())
                  ? Change.none(it)
                  : Change.silent(more);
            });
    aggregates.update(Case.class, target.id(), it -> gaveBack(it, taught, under, reason));
    return aggregates.update(Case.class, source.id(), it -> wentOn(it, under, reason));
  }

  private Change<Case> gaveBack(Case target, Case source, Course.Merging under, String reason) {
    if (!Absorption.has(target, source.id())) {
      return Change.none(target);
    }
    if (!Absorption.taught(source, target).equals(source)) {
      throw new OptimisticLockingFailureException("The target learnt more meanwhile");
    }
    var after = Absorption.givenBack(target, source.id(), rules).heard(clock.instant(), 1);
    return new Change<>(after, List.of(new CaseAccessChanged(after.state(), reason)), under.by());
  }

  private Change<Case> wentOn(Case source, Course.Merging under, String reason) {
    if (!under.equals(source.course().merging())) {
      return Change.none(source);
    }
    var now = clock.instant();
    var after =
        source.with(source.course().to(CaseStatus.IN_TRIAGE, now)).settled(rules).heard(now, 1);
    return new Change<>(after, List.of(new CaseUnmerged(after.state(), reason)), under.by());
  }
}
