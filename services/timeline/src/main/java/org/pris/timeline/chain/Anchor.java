package org.pris.timeline.chain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Topics;
import org.pris.platform.Ids;
import org.pris.platform.outbox.Aggregate;
import org.pris.platform.outbox.Publishes;
import org.pris.timeline.entry.Canonical;
import org.pris.timeline.entry.ChainTip;
import org.pris.timeline.entry.EntryHeader;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The ends of the chains that grew, and the anchor before, folded into one root. The root leaves
 * the house: who wants to rewrite a chain must rewrite every copy of it too.
 *
 * @param number from 1; its id follows from it, so that an anchor has one successor
 * @param root lower-case hex SHA-256 of the RFC 8785 form of {@code {"previousRoot", "heads":
 *     [{"caseId", "seq", "hash"}]}}, heads in the order of their case ids
 */
@Publishes(Topics.TIMELINE)
@Document("anchors")
public record Anchor(
    @Id UUID id,
    long lock,
    long revision,
    long number,
    String previousRoot,
    String root,
    List<Held> heads,
    Instant at)
    implements Aggregate {

  record Held(UUID caseId, long seq, String hash) {}

  static Anchor after(@Nullable Anchor last, List<ChainTip> grown, Instant now) {
    var heads =
        grown.stream()
            .map(it -> new Held(it.id(), it.seq(), it.hash()))
            .sorted(Comparator.comparing(it -> it.caseId().toString()))
            .toList();
    var number = last == null ? 1 : last.number + 1;
    var previousRoot = last == null ? EntryHeader.NO_HASH : last.root;
    var folded = Canonical.form(Map.of("previousRoot", previousRoot, "heads", heads));
    var id = Ids.of("anchor", number);
    return new Anchor(id, 0, 1, number, previousRoot, Canonical.hash(folded), heads, now);
  }

  @Override
  public boolean exercise() {
    return false;
  }
}
