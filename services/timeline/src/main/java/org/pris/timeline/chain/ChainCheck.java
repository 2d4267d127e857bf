package org.pris.timeline.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pris.timeline.chain.Verification.Fault;
import org.pris.timeline.entry.Canonical;
import org.pris.timeline.entry.ChainTip;
import org.pris.timeline.entry.Content;
import org.pris.timeline.entry.Entry;
import org.pris.timeline.entry.EntryHeader;
import org.pris.timeline.entry.SealedField;
import tools.jackson.core.JacksonException;

/** A walk along a chain, entry by entry from the first: it remembers only where it stands. */
final class ChainCheck {

  private final ChainTip.@Nullable Anchored anchored;
  private final ReceiptCheck outside;
  private long entries;
  private String previousHash = EntryHeader.NO_HASH;
  private final MissingFields missing = new MissingFields();
  private @Nullable Long firstInvalid;
  private @Nullable Fault fault;
  private long redacted;

  /**
   * @param anchored what an anchor vouches for, if any: a chain rewritten whole does not hold it
   * @param farthest the receipt that reaches farthest, if any: a chain rewritten whole together
   *     with its anchors does not hold it
   */
  ChainCheck(ChainTip.@Nullable Anchored anchored, @Nullable Receipt farthest) {
    this.anchored = anchored;
    outside = new ReceiptCheck(farthest);
  }

  /**
   * @param content null where all members are gone
   * @param receipts what is held outside of this entry
   */
  void next(Entry entry, @Nullable Content content, List<Receipt> receipts) {
    entries++;
    if (!isWhole(entry, content)) {
      invalidAt(entries, Fault.ALTERED);
    } else if (content != null) {
      RedactedFields.of(content).ifPresent(missing::explain);
    }
    if (!outside.holds(entry, receipts)) {
      invalidAt(entries, Fault.COPY_DIFFERS);
    }
    var gone = MissingFields.of(content);
    missing.add(entries, gone);
    redacted += gone.isEmpty() ? 0 : 1;
    previousHash = entry.hash();
  }

  /**
   * @param head how far the chain was known to reach; what is missing of it was taken away
   */
  Verification result(@Nullable ChainTip head) {
    if ((head != null && head.seq() > entries)
        || (anchored != null && anchored.seq() > entries)
        || outside.seq() > entries) {
      invalidAt(entries + 1, Fault.ENTRY_MISSING);
    }
    missing.first().ifPresent(it -> invalidAt(it, Fault.CONTENT_MISSING));
    return new Verification(
        firstInvalid == null,
        entries,
        entries == 0 ? null : previousHash,
        firstInvalid,
        fault,
        redacted,
        anchored,
        outside.result(entries));
  }

  private void invalidAt(long seq, Fault why) {
    if (firstInvalid == null || seq < firstInvalid) {
      firstInvalid = seq;
      fault = why;
    }
  }

  private boolean isWhole(Entry entry, @Nullable Content content) {
    try {
      var head = EntryHeader.read(entry.head());
      return head.seq() == entries
          && head.previousHash().equals(previousHash)
          && entry.isOf(head)
          && holdsAnchor(entry)
          && isSealed(head, content);
    } catch (JacksonException unreadable) {
      return false;
    }
  }

  private boolean holdsAnchor(Entry entry) {
    return anchored == null
        || anchored.seq() != entry.seq()
        || anchored.hash().equals(entry.hash());
  }

  /** A member that is there is what was sealed; one that is not must be named by a redaction. */
  private static boolean isSealed(EntryHeader head, @Nullable Content content) {
    if (content == null) {
      return true;
    }
    for (var member : SealedField.values()) {
      var form = content.member(member);
      if (form != null && !Canonical.hash(form).equals(head.seals().of(member))) {
        return false;
      }
    }
    return true;
  }
}
