package org.pris.platform.audit;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
import org.springframework.scheduling.annotation.Scheduled;

/** The records, in the service's own database: inserted, never changed, kept for twelve months. */
final class Audit {

  private static final int MONTHS = 12;
  private static final Sort NEWEST_FIRST = Sort.by(Direction.DESC, "at", "_id");

  private final MongoOperations mongo;
  private final Clock clock;

  Audit(MongoOperations mongo, Clock clock) {
    this.mongo = mongo;
    this.clock = clock;
    var indexes = mongo.indexOps(AuditRecord.class);
    indexes.createIndex(
        new Index("caseId", Direction.ASC).on("at", Direction.DESC).on("_id", Direction.DESC));
    indexes.createIndex(new Index("at", Direction.ASC)); // of the sweep
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

  @Scheduled(
      fixedDelayString = "${pris.audit.sweep:1h}",
      initialDelayString = "${pris.audit.sweep:1h}")
  void sweep() {
    var oldest = clock.instant().atZone(ZoneOffset.UTC).minusMonths(MONTHS).toInstant();
    mongo.remove(query(where("at").lt(oldest)), AuditRecord.class);
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
