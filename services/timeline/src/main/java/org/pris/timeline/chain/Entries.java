package org.pris.timeline.chain;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.ReadConcern;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.platform.web.Page;
import org.pris.timeline.entry.Entry;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

/**
 * The chains. It inserts and finds, and can do nothing else: a test reads its methods, and another
 * that no class but this one knows the collection.
 */
@Repository
public class Entries {

  private final MongoOperations mongo;

  Entries(MongoOperations mongo) {
    this.mongo = mongo;
    var indexes = mongo.indexOps(Entry.class);
    indexes.createIndex(new Index().on("caseId", Direction.ASC).on("seq", Direction.ASC).unique());
    indexes.createIndex(
        new Index().on("caseId", Direction.ASC).on("eventId", Direction.ASC).unique());
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException where the place is taken or the event has
   *     an entry
   */
  void insert(Entry entry) {
    mongo.insert(entry);
  }

  public Optional<Entry> ofEvent(UUID caseId, UUID eventId) {
    return one(where("caseId").is(caseId).and("eventId").is(eventId));
  }

  public Optional<Entry> at(UUID caseId, long seq) {
    return one(where("caseId").is(caseId).and("seq").is(seq));
  }

  @Nullable Entry last(UUID caseId) {
    var newest = query(where("caseId").is(caseId)).with(Sort.by(Direction.DESC, "seq")).limit(1);
    // an entry that a failover may still take back is no place to chain to
    newest.withReadConcern(ReadConcern.MAJORITY);
    return mongo.findOne(newest, Entry.class);
  }

  /** In order of the chain from {@code seq} on, {@code limit} at most. */
  public List<Entry> from(UUID caseId, long seq, int limit) {
    var part = where("caseId").is(caseId).and("seq").gte(seq);
    return mongo.find(query(part).with(Sort.by(Direction.ASC, "seq")).limit(limit), Entry.class);
  }

  /** What the reader may read of a case, by number. */
  public Page<Entry> list(UUID caseId, ReadScope reader, Listing listing) {
    var criteria = where("caseId").is(caseId);
    listing.narrow(criteria);
    reader.narrow(criteria);
    var keyset = listing.keyset();
    var read = query(criteria).with(keyset.sort()).limit(listing.limit() + 1);
    return keyset.page(mongo.find(read, Entry.class), listing.limit());
  }

  /** One entry that the reader may read. */
  public Optional<Entry> at(UUID caseId, long seq, ReadScope reader) {
    var criteria = where("caseId").is(caseId).and("seq").is(seq);
    reader.narrow(criteria);
    return one(criteria);
  }

  private Optional<Entry> one(Criteria criteria) {
    return Optional.ofNullable(mongo.findOne(query(criteria), Entry.class));
  }
}
