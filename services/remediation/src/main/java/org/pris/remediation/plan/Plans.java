package org.pris.remediation.plan;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.pris.contracts.CaseState;
import org.pris.platform.outbox.Aggregates;
import org.pris.platform.outbox.Change;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** The plans in MongoDB, one document a case. */
@Component
class Plans {

  private static final String TASK_ID = "tasks._id";

  private final MongoOperations mongo;
  private final Aggregates aggregates;

  Plans(MongoOperations mongo, Aggregates aggregates) {
    this.mongo = mongo;
    this.aggregates = aggregates;
    mongo.indexOps("plans").createIndex(new Index(TASK_ID, Sort.Direction.ASC));
  }

  Optional<Plan> find(UUID caseId) {
    return aggregates.find(Plan.class, caseId);
  }

  /** The case whose plan holds a task; the index above serves it. */
  Optional<UUID> caseOf(UUID taskId) {
    var query = query(where(TASK_ID).is(taskId));
    query.fields().include("_id");
    return Optional.ofNullable(mongo.findOne(query, Document.class, "plans"))
        .map(it -> it.get("_id", UUID.class));
  }

  Plan update(UUID caseId, Function<Plan, Change<Plan>> decide) {
    return aggregates.update(Plan.class, caseId, decide);
  }

  /**
   * Keeps the newest copy of the case, then decides on what was heard. Each step is harmless again,
   * so whatever ends between them is made good by the redelivery. With a case's first event nobody
   * asks whether there is a plan: the insert would say so.
   */
  void hear(CaseState heard, Function<Plan, Change<Plan>> decide) {
    if (heard.revision() == 1 || !kept(heard)) {
      var isNew = heard.revision() == 1 || find(heard.id()).isEmpty();
      if (isNew && opened(decide.apply(Plan.empty(heard)))) {
        return;
      }
      boolean _ = kept(heard);
    }
    aggregates.update(Plan.class, heard.id(), decide);
  }

  /** False where a newer copy is there, or no plan. */
  private boolean kept(CaseState heard) {
    return aggregates.project(Plan.class, heard.id(), "theCase", heard.revision(), heard);
  }

  /** False where another one opened it meanwhile. */
  private boolean opened(Change<Plan> change) {
    try {
      aggregates.insert(change);
      return true;
    } catch (DuplicateKeyException there) {
      return false;
    }
  }
}
