package org.pris.platform.audit;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.platform.web.Keyset;
import org.pris.platform.web.Page;
import org.springframework.dao.DuplicateKeyException;
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
  private static final Keyset<AuditRecord> NEWEST_FIRST =
      Keyset.newestFirst("at", AuditRecord::at, AuditRecord::id);

  private final MongoOperations mongo;

  Audit(MongoOperations mongo) {
    this.mongo = mongo;
    var indexes = mongo.indexOps(AuditRecord.class);
    if (indexes.getIndexInfo().stream().noneMatch(it -> it.getName().equals(OF_A_CASE))) {
      indexes.createIndex(
          NEWEST_FIRST.indexed(new Index("caseId", Direction.ASC)).named(OF_A_CASE));
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
    var which =
        after == null ? ofCase : new Criteria().andOperator(ofCase, NEWEST_FIRST.following(after));
    var found =
        mongo.find(query(which).with(NEWEST_FIRST.sort()).limit(limit + 1), AuditRecord.class);
    return NEWEST_FIRST.page(found, limit);
  }
}
