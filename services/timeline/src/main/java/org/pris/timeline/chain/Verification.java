package org.pris.timeline.chain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pris.timeline.entry.ChainTip;

/**
 * What a walk through a whole chain found.
 *
 * @param entries how many there are
 * @param head hash of the last one; null where there is none
 * @param firstInvalid number of the first entry that is not what it was, or is missing
 * @param fault what is wrong with it; null where nothing is
 * @param redacted entries of which at least one member was removed
 * @param anchored the newest anchor that holds this case; null before the first
 * @param heldOutside what others hold of this chain; null where nobody has accepted an anchor of it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Verification(
    boolean valid,
    long entries,
    @Nullable String head,
    @Nullable Long firstInvalid,
    @Nullable Fault fault,
    long redacted,
    ChainTip.@Nullable Anchored anchored,
    @Nullable HeldOutside heldOutside) {

  /**
   * The copy of the chain's head that is held outside, and that this walk compared with the chain.
   *
   * @param seq number of the last entry that it vouches for
   * @param since when its first holder has accepted it
   * @param differsAt the first entry that is not what somebody outside holds, or that is missing;
   *     null where all agree
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record HeldOutside(long seq, Instant since, @Nullable Long differsAt) {}

  /** Why an entry does not hold. */
  public enum Fault {
    /** it is not what was chained, sealed or anchored */
    ALTERED,
    /** the chain was longer than it is */
    ENTRY_MISSING,
    /** a part of it is gone, and no redaction entry says that it was removed */
    CONTENT_MISSING,
    /** the chain agrees with itself, but a copy held outside is of another entry */
    COPY_DIFFERS
  }
}
