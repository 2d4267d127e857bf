package org.pris.triage.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.pris.contracts.CaseEvent.CaseHoldOver;
import org.pris.contracts.CaseStatus;
import org.pris.platform.outbox.Aggregates;
import org.pris.platform.outbox.Change;
import org.pris.triage.Case;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells once of each hold that it has run out, so that nobody forgets the case. */
@Component
public class HoldReminder {

  private static final int BATCH = 50;

  private final Aggregates aggregates;
  private final MongoOperations mongo;
  private final Clock clock;

  HoldReminder(Aggregates aggregates, MongoOperations mongo, Clock clock) {
    this.aggregates = aggregates;
    this.mongo = mongo;
    this.clock = clock;
    mongo
        .indexOps(Case.class)
        .createIndex(new Index("lifecycle.heldUntil", Sort.Direction.ASC).sparse());
  }

  @Scheduled(fixedDelayString = "${pris.triage.hold-sweep:30s}")
  public void sweep() {
    var over =
        Criteria.where("lifecycle.heldUntil")
            .lt(clock.instant())
            .and("lifecycle.remindedAt")
            .is(null);
    for (var theCase : mongo.find(Query.query(over).limit(BATCH), Case.class)) {
      aggregates.update(Case.class, theCase.id(), it -> reminded(it, clock.instant()));
    }
  }

  /** Once; somebody may have resumed it meanwhile. */
  static Change<Case> reminded(Case theCase, Instant now) {
    var lifecycle = theCase.lifecycle();
    var until = lifecycle.heldUntil();
    if (!isOver(theCase.status(), until, now) || until == null || lifecycle.remindedAt() != null) {
      return Change.none(theCase);
    }
    var after = theCase.with(lifecycle.reminded(now)).withDerivedEvents(now, 1);
    return new Change<>(after, List.of(new CaseHoldOver(after.state(), until)), null);
  }

  /** Whether a case is still on hold although its day has passed. */
  public static boolean isOver(
      CaseStatus status, @org.jspecify.annotations.Nullable Instant until, Instant now) {
    return status == CaseStatus.ON_HOLD && until != null && until.isBefore(now);
  }
}
