package org.pris.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.platform.Ids;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What one endpoint is told of one case, in order. It never expires: its count is the sequence.
 *
 * @param last the highest sequence known to be taken
 * @param dueAt when its head is to be tried; absent while there is nothing to try
 * @param headSince since when its head is the head: the oldest gives up first, and is tried first
 *     of those that are due together
 * @param lease who works on it, until {@code leaseUntil}
 */
@Document("lanes")
public record Lane(
    @Id UUID id,
    UUID caseId,
    UUID endpoint,
    long last,
    @Nullable Instant dueAt,
    @Nullable Instant headSince,
    @Nullable UUID lease,
    Instant leaseUntil) {

  public static UUID id(UUID caseId, UUID endpoint) {
    return Ids.of(caseId, endpoint);
  }

  /** Whether its lease was taken a moment ago: long enough for an attempt, and for much more. */
  boolean isLeasedAnew(Instant now) {
    return leaseUntil.isAfter(now.plus(Lanes.LEASE).minusSeconds(5));
  }
}
