package org.pris.triage.merge;

import java.time.Clock;
import java.time.Duration;
import org.pris.platform.StackTraceRedactor;
import org.pris.platform.problem.RuleViolation;
import org.pris.triage.Case;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finishes the merges that a crash left between two steps. */
@Component
public class MergeSweep {

  private static final Logger LOG = LoggerFactory.getLogger(MergeSweep.class);
  private static final Duration LEFT = Duration.ofSeconds(10);
  private static final int BATCH = 50;

  private final MongoOperations mongo;
  private final MergeProcess process;
  private final Clock clock;

  MergeSweep(MongoOperations mongo, MergeProcess process, Clock clock) {
    this.mongo = mongo;
    this.process = process;
    this.clock = clock;
    mongo
        .indexOps(Case.class)
        .createIndex(new Index("lifecycle.merging.at", Sort.Direction.ASC).sparse());
  }

  /** One that cannot be finished does not keep the others from it. */
  @Scheduled(fixedDelayString = "${pris.triage.merge-sweep:10s}")
  public void sweep() {
    var left = Criteria.where("lifecycle.merging.at").lt(clock.instant().minus(LEFT));
    for (var theCase : mongo.find(Query.query(left).limit(BATCH), Case.class)) {
      try {
        process.finish(theCase.id());
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
}
