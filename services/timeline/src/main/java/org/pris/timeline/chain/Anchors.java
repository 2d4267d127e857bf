package org.pris.timeline.chain;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.TimelineEvent.ChainHead;
import org.pris.contracts.TimelineEvent.TimelineAnchored;
import org.pris.platform.outbox.Aggregates;
import org.pris.platform.outbox.Change;
import org.pris.timeline.entry.ChainTip;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Folds what grew into anchors: their cost follows what changed, not what there is. */
@Component
public class Anchors {

  private static final int HEADS = 1_000;

  private final MongoOperations mongo;
  private final Aggregates aggregates;
  private final ChainTips heads;
  private final Clock clock;

  Anchors(MongoOperations mongo, Aggregates aggregates, ChainTips heads, Clock clock) {
    this.mongo = mongo;
    this.aggregates = aggregates;
    this.heads = heads;
    this.clock = clock;
    mongo.indexOps(Anchor.class).createIndex(new Index().on("number", Direction.ASC).unique());
  }

  @Scheduled(
      fixedDelayString = "${pris.anchors.every}",
      initialDelayString = "${pris.anchors.every}")
  public void fold() {
    var grown = heads.dirty(HEADS);
    while (!grown.isEmpty() && fold(grown)) {
      grown = grown.size() < HEADS ? List.of() : heads.dirty(HEADS);
    }
  }

  /** False where another instance has made this anchor: what it left is for the next round. */
  private boolean fold(List<ChainTip> grown) {
    var anchor = Anchor.after(last(), grown, clock.instant());
    var chains =
        anchor.heads().stream().map(it -> new ChainHead(it.caseId(), it.seq(), it.hash())).toList();
    var told =
        new TimelineAnchored(
            anchor.id(), anchor.previousRoot(), anchor.root(), chains.size(), chains);
    try {
      aggregates.insert(new Change<>(anchor, List.of(told), null));
    } catch (DuplicateKeyException _) {
      return false;
    }
    heads.anchored(grown, anchor);
    return true;
  }

  private @Nullable Anchor last() {
    return mongo.findOne(
        new Query().with(Sort.by(Direction.DESC, "number")).limit(1), Anchor.class);
  }
}
