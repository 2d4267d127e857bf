package org.pris.timeline.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pris.timeline.chain.Verification.HeldOutside;
import org.pris.timeline.entry.Entry;

/** Compares a chain with the copies that are held outside, entry by entry. */
final class ReceiptCheck {

  private final @Nullable Receipt farthest;
  private @Nullable Long differsAt;

  /**
   * @param farthest the receipt that reaches farthest; null where nothing is held outside
   */
  ReceiptCheck(@Nullable Receipt farthest) {
    this.farthest = farthest;
  }

  /**
   * False where somebody holds another entry than this one.
   *
   * @param receipts of the entry's number
   */
  boolean holds(Entry entry, List<Receipt> receipts) {
    var same = receipts.stream().allMatch(it -> it.hash().equals(entry.hash()));
    if (!same && differsAt == null) {
      differsAt = entry.seq();
    }
    return same;
  }

  /** How far the chain must reach. */
  long seq() {
    return farthest == null ? 0 : farthest.seq();
  }

  /**
   * @param entries how many the chain has: what is held beyond them differs from nothing
   */
  @Nullable HeldOutside result(long entries) {
    if (farthest == null) {
      return null;
    }
    var differs = differsAt == null && seq() > entries ? Long.valueOf(entries + 1) : differsAt;
    return new HeldOutside(seq(), farthest.acceptedAt(), differs);
  }
}
