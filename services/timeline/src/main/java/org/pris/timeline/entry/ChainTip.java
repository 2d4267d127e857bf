package org.pris.timeline.entry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Where a case's chain ends, as far as anchors know.
 *
 * @param dirty present where it grew since the last anchor
 * @param anchored what the last anchor that holds this case vouches for
 */
@Document("heads")
public record ChainTip(
    @Id UUID id, long seq, String hash, @Nullable Boolean dirty, @Nullable Anchored anchored) {

  /**
   * @param root of the anchor, published and sent out of the house
   */
  public record Anchored(long seq, String hash, String root, Instant at) {}
}
