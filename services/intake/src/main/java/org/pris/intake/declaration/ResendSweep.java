package org.pris.intake.declaration;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.pris.intake.establishment.Registry;
import org.pris.platform.StackTraceRedactor;
import org.pris.platform.outbox.Aggregates;
import org.pris.platform.outbox.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells each declaration again whose case intake has not heard of after two minutes, under the same
 * event ids: a broker that acknowledged it may have lost it since, with its power. While a
 * declaration still waits in the outbox nothing was lost, and it is left alone.
 */
@Component
class ResendSweep {

  private static final Logger LOG = LoggerFactory.getLogger(ResendSweep.class);
  private static final int BATCH = 50;

  private final MongoOperations mongo;
  private final Aggregates aggregates;
  private final Versions versions;
  private final Registry registry;
  private final Clock clock;
  private final Counter told;

  ResendSweep(
      MongoOperations mongo,
      Aggregates aggregates,
      Versions versions,
      Registry registry,
      Clock clock,
      MeterRegistry meters) {
    this.mongo = mongo;
    this.aggregates = aggregates;
    this.versions = versions;
    this.registry = registry;
    this.clock = clock;
    this.told =
        Counter.builder("pris.declarations.told.again")
            .description("Declarations told again, because no case was heard of")
            .register(meters);
    mongo
        .indexOps(Declaration.class)
        .createIndex(new Index("theCase.revision", Direction.ASC).on("submittedAt", Direction.ASC));
  }

  @Scheduled(fixedDelayString = "${pris.intake.resend-sweep:30s}")
  void sweep() {
    var now = clock.instant();
    var due =
        where("theCase.revision")
            .is(0)
            .and("submittedAt")
            .lt(now.minus(Resend.UNHEARD))
            .and("outboxAt")
            .is(null)
            .andOperator(
                new Criteria().orOperator(where("resend").is(null), where("resend.next").lte(now)));
    var oldest = query(due).with(Sort.by("submittedAt")).limit(BATCH);
    for (var declaration : mongo.find(oldest, Declaration.class)) {
      try {
        resend(declaration);
      } catch (RuntimeException failed) { // it must not keep the others from being told
        LOG.error(
            "{} is not told again",
            declaration.reference(),
            StackTraceRedactor.withoutMessages(failed));
      }
    }
  }

  private void resend(Declaration declaration) {
    var all = versions.all(declaration);
    var profile = registry.profile(declaration.establishment().finess());
    var done = new AtomicBoolean();
    aggregates.update(
        Declaration.class,
        declaration.id(),
        it -> {
          done.set(it.lock() == declaration.lock() && it.theCase().revision() == 0);
          return done.get() ? it.resent(all, profile, clock.instant()) : Change.none(it);
        });
    if (done.get()) {
      told.increment();
    }
  }
}
