package org.pris.timeline.chain;

import java.util.List;
import java.util.UUID;
import org.pris.timeline.entry.Entry;
import org.springframework.stereotype.Component;

/** Walks through whole chains, a part at a time. */
@Component
public class Verifications {

  private static final int STEP = 200;

  private final Entries entries;
  private final Contents contents;
  private final ChainTips heads;
  private final Receipts receipts;

  Verifications(Entries entries, Contents contents, ChainTips heads, Receipts receipts) {
    this.entries = entries;
    this.contents = contents;
    this.heads = heads;
    this.receipts = receipts;
  }

  public Verification of(UUID caseId) {
    // before the entries: what grows meanwhile is no entry that is missing
    var head = heads.of(caseId).orElse(null);
    var farthest = receipts.farthest(caseId).orElse(null);
    var check = new ChainCheck(head == null ? null : head.anchored(), farthest);
    List<Entry> part;
    var from = 0L;
    do {
      part = entries.from(caseId, from, STEP);
      var its = contents.of(part);
      var held = receipts.of(part);
      for (var entry : part) {
        check.next(entry, its.get(entry.eventId()), held.getOrDefault(entry.seq(), List.of()));
      }
      from = part.isEmpty() ? from : part.getLast().seq() + 1;
    } while (part.size() == STEP);
    return check.result(head);
  }
}
