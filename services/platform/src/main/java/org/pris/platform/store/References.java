package org.pris.platform.store;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Human references, {@code DEC-2026-000042}: unique and rising within a year. A gap is possible
 * where a process died between counting and writing; nothing relies on there being none.
 */
public final class References {

  private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

  private final MongoOperations mongo;

  References(MongoOperations mongo) {
    this.mongo = mongo;
  }

  public String next(String prefix, Instant at) {
    var series = prefix + "-" + at.atZone(FRANCE).getYear();
    var counted =
        mongo.findAndModify(
            query(where("_id").is(series)),
            new Update().inc("last", 1L),
            FindAndModifyOptions.options().upsert(true).returnNew(true),
            Document.class,
            "counters");
    return "%s-%06d"
        .formatted(series, Objects.requireNonNull(counted).get("last", Number.class).longValue());
  }
}
