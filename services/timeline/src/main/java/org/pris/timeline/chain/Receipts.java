package org.pris.timeline.chain;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pris.timeline.entry.Entry;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Repository;

/**
 * What is held outside of the chains. As with the entries it inserts and finds, and can do nothing
 * else: a receipt that contradicts its chain is kept like any other, for it is the evidence.
 */
@Repository
class Receipts {

  private static final Sort FARTHEST_FIRST =
      Sort.by(Direction.DESC, "seq").and(Sort.by(Direction.ASC, "acceptedAt"));

  private final MongoOperations mongo;

  Receipts(MongoOperations mongo) {
    this.mongo = mongo;
    mongo
        .indexOps(Receipt.class)
        .createIndex(
            new Index()
                .on("caseId", Direction.ASC)
                .on("seq", Direction.DESC)
                .on("acceptedAt", Direction.ASC));
  }

  /** Twice, late or out of order: it makes no difference. */
  void keep(Receipt receipt) {
    try {
      mongo.insert(receipt);
    } catch (DuplicateKeyException _) {
      // heard before
    }
  }

  /** The one that holds most of the chain; of several the oldest. */
  Optional<Receipt> farthest(UUID caseId) {
    var first = query(where("caseId").is(caseId)).with(FARTHEST_FIRST).limit(1);
    return Optional.ofNullable(mongo.findOne(first, Receipt.class));
  }

  /** Those of the entries of one case, which follow each other, by number. */
  Map<Long, List<Receipt>> of(List<Entry> entries) {
    if (entries.isEmpty()) {
      return Map.of();
    }
    var from = entries.getFirst();
    var part = where("seq").gte(from.seq()).lte(entries.getLast().seq());
    return mongo.find(query(part.and("caseId").is(from.caseId())), Receipt.class).stream()
        .collect(Collectors.groupingBy(Receipt::seq));
  }
}
