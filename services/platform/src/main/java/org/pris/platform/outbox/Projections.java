package org.pris.platform.outbox;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import org.pris.platform.store.DuplicateKeys;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;

/** Projections that are documents of their own, gated by the revision of the event. */
public final class Projections {

  private Projections() {}

  /**
   * Writes the whole record unless one of the same or a newer revision is there; what the record
   * knows but does not hold goes.
   *
   * @return false where the event is older than what is stored
   * @throws DuplicateKeyException where another document has one of its unique keys
   */
  public static boolean upsert(
      MongoOperations mongo, String collection, Object id, long revision, Object whole) {
    var update =
        AggregateUpdates.update(mongo, whole.getClass(), AggregateUpdates.document(mongo, whole));
    update.set("revision", revision);
    var older = query(where("_id").is(id).and("revision").lt(revision));
    for (var attempt = 1; ; attempt++) {
      try {
        mongo.upsert(older, update, collection);
        return true;
      } catch (DuplicateKeyException there) {
        if (!DuplicateKeys.isOfId(there)) {
          throw there;
        }
        // either a newer one is stored, or another listener was first to insert: look once more
        if (attempt == 2) {
          return false;
        }
      }
    }
  }
}
