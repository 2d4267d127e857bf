package org.pris.platform.audit;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.platform.problem.BadRequest;
import org.pris.platform.web.Cursor;
import org.pris.platform.web.Page;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * The records, in the service's own database: inserted, and nothing else. MongoDB itself removes
 * them after a year; where that is set up the index is made too, for the service must not.
 */
final class Audit {

  private static final String OF_A_CASE = "caseId_1_at_-1__id_-1";
  private static final Sort NEWEST_FIRST = Sort.by(Direction.DESC, "at", "_id");

  private final MongoOperations mongo;

  Audit(MongoOperations mongo) {
    this.mongo = mongo;
    var indexes = mongo.indexOps(AuditRecord.class);
    if (indexes.getIndexInfo().stream().noneMatch(it -> it.getName().equals(OF_A_CASE))) {
      indexes.createIndex(
          new Index("caseId", Direction.ASC)
              .on("at", Direction.DESC)
              .on("_id", Direction.DESC)
              .named(OF_A_CASE));
    }
  }

  /** Keeps it unless the same is there. */
  void keep(AuditRecord entry) {
    try {
      mongo.insert(entry);
    } catch (DuplicateKeyException _) {
      // within the same minute
    }
  }

  /** Newest first. */
  Page<AuditRecord> of(UUID caseId, @Nullable String after, int limit) {
    var ofCase = where("caseId").is(caseId);
    var which = after == null ? ofCase : new Criteria().andOperator(ofCase, beyond(after));
    var found = mongo.find(query(which).with(NEWEST_FIRST).limit(limit + 1), AuditRecord.class);
    return Page.of(found, limit, it -> Cursor.of(it.at(), it.id()));
  }

  private static Criteria beyond(String after) {
    var keys = Cursor.read(after, 2);
    try {
      var at = Instant.parse(keys.getFirst());
      var id = UUID.fromString(keys.getLast());
      return new Criteria()
          .orOperator(
              where("at").lt(at),
              new Criteria().andOperator(where("at").is(at), where("_id").lt(id)));
    } catch (java.time.DateTimeException | IllegalArgumentException _) {
      throw new BadRequest("after", "is not a cursor of this list");
    }
  }
}
