package org.pris.timeline.chain;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pris.timeline.entry.ChainTip;
import org.pris.timeline.entry.Entry;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The ends of the chains; they may lag behind a crash, so nothing but anchors relies on them. */
@Repository
public class ChainTips {

  private final MongoOperations mongo;

  ChainTips(MongoOperations mongo) {
    this.mongo = mongo;
    mongo.indexOps(ChainTip.class).createIndex(new Index().on("dirty", Direction.ASC).sparse());
  }

  /** Moves a head forward, never back. */
  void refresh(Entry entry) {
    if (!moved(entry)) {
      moved(entry); // the first to insert a head has won the race; now there is one to move
    }
  }

  public Optional<ChainTip> of(UUID caseId) {
    return Optional.ofNullable(mongo.findById(caseId, ChainTip.class));
  }

  List<ChainTip> dirty(int limit) {
    return mongo.find(query(where("dirty").is(true)).limit(limit), ChainTip.class);
  }

  /** A chain that grew meanwhile stays dirty. */
  void anchored(List<ChainTip> grown, Anchor anchor) {
    var writes = mongo.bulkOps(BulkMode.UNORDERED, ChainTip.class);
    for (var head : grown) {
      var anchored = new ChainTip.Anchored(head.seq(), head.hash(), anchor.root(), anchor.at());
      writes.updateOne(
          query(where("_id").is(head.id()).and("seq").is(head.seq())),
          new Update().unset("dirty").set("anchored", anchored));
    }
    writes.execute();
  }

  /** False where a head is there already that is as far, or was inserted at the same time. */
  private boolean moved(Entry entry) {
    try {
      mongo.upsert(
          query(where("_id").is(entry.caseId()).and("seq").lt(entry.seq())),
          Update.update("seq", entry.seq()).set("hash", entry.hash()).set("dirty", true),
          ChainTip.class);
      return true;
    } catch (DuplicateKeyException _) {
      return false;
    }
  }
}
