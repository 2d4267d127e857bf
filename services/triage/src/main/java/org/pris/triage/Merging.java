package org.pris.triage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.pris.contracts.CaseEvent.CaseAbsorbed;
import org.pris.contracts.CaseEvent.CaseMerged;
import org.pris.contracts.Person;
import org.pris.platform.Aggregates;
import org.pris.platform.Change;
import org.pris.platform.Reason;
import org.pris.platform.RuleViolation;
import org.pris.platform.Stale;
import org.pris.triage.CaseCommand.Merge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * One case taken into another, in three steps of one document each: the source says into which it
 * goes, the target takes it in, the source ends. What a crash leaves between them a sweep finishes;
 * each step may be repeated.
 */
@Service
class Merging {

  private static final Logger LOG = LoggerFactory.getLogger(Merging.class);
  private static final Duration LEFT = Duration.ofSeconds(10);
  private static final int BATCH = 50;
  private static final int MOST_ABSORBED = 20;

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
    aggregates.update(
        Case.class,
        source,
        it -> {
          Cases.admit(it, by);
          Stale.check(command.version(), it.version());
          machine.next(new Attempt(it, command.action(), command, by, target));
          var now = clock.instant();
          var under = new Course.Merging(command.into(), now, Transitions.actor(by));
          return Change.silent(it.with(it.course().merging(under)).decided(now, 0));
        });
    return finish(source);
  }

  @Scheduled(fixedDelayString = "${pris.triage.merge-sweep:10s}")
  void sweep() {
    var left = Criteria.where("course.merging.at").lt(clock.instant().minus(LEFT));
    for (var theCase : mongo.find(Query.query(left).limit(BATCH), Case.class)) {
      try {
        finish(theCase.id());
      } catch (RuleViolation refused) {
        LOG.info("Merge of {} given up: {}", theCase.reference(), refused.getMessage());
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
    try {
      var target = aggregates.update(Case.class, under.into(), it -> absorbed(it, source));
      return aggregates.update(Case.class, id, it -> ended(it, target));
    } catch (RuleViolation refused) {
      aggregates.update(Case.class, id, it -> released(it, under));
      throw refused;
    }
  }

  private Change<Case> absorbed(Case target, Case source) {
    if (target.course().absorbed().contains(source.id())) {
      return Change.none(target);
    }
    var refusal = refusal(target);
    if (!refusal.isEmpty()) {
      throw new RuleViolation(refusal);
    }
    var now = clock.instant();
    var known = target.affected().stream().map(AffectedSite::finess).toList();
    var sites =
        Stream.concat(
                target.affected().stream(),
                source.affected().stream().filter(it -> !known.contains(it.finess())))
            .toList();
    var after =
        target
            .withAffected(sites)
            .with(target.course().absorbing(source.id()))
            .withDeclared(Declarations.joined(target.declared(), source.declared()))
            .withDeadlines(rules.joined(target.deadlines(), source.deadlines()))
            .settled(rules)
            .heard(now, 1);
    var event = new CaseAbsorbed(after.state(), source.id(), source.reference());
    var merging = source.course().merging();
    return new Change<>(after, List.of(event), merging == null ? null : merging.by());
  }

  private Change<Case> ended(Case source, Case target) {
    var under = source.course().merging();
    if (under == null || !under.into().equals(target.id())) {
      return Change.none(source);
    }
    var now = clock.instant();
    var after = source.with(source.course().merged(target, now)).settled(rules).heard(now, 1);
    var event = new CaseMerged(after.state(), target.id(), target.reference());
    return new Change<>(after, List.of(event), under.by());
  }

  private static Change<Case> released(Case source, Course.Merging under) {
    return under.equals(source.course().merging())
        ? Change.silent(source.with(source.course().merging(null)))
        : Change.none(source);
  }

  /** Why a case takes in no other now. */
  static List<Reason> refusal(Case target) {
    var reasons = new ArrayList<Reason>();
    if (!target.status().isOpen()) {
      reasons.add(new Reason("TARGET_NOT_OPEN", "status", target.status()));
    }
    if (target.course().merging() != null) {
      reasons.add(new Reason("TARGET_MERGE_UNDER_WAY"));
    }
    if (target.course().absorbed().size() >= MOST_ABSORBED) {
      reasons.add(new Reason("TARGET_ABSORBED_TOO_MANY", "most", MOST_ABSORBED));
    }
    return reasons;
  }

  /** The case itself, or the one at the end of its chain of merges. */
  Case end(Case theCase) {
    var end = theCase;
    for (var into = end.course().mergedInto(); into != null; into = end.course().mergedInto()) {
      end = aggregates.find(Case.class, into).orElseThrow();
    }
    return end;
  }

  /** After an unmerge the target no longer counts the source. */
  void release(UUID target, UUID source, Instant now) {
    aggregates.update(
        Case.class,
        target,
        it ->
            it.course().absorbed().contains(source)
                ? Change.silent(it.with(it.course().releasing(source)).heard(now, 0))
                : Change.none(it));
  }
}
