package org.pris.contracts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.UUID;

/** What notification says, on {@code pris.notifications}: what agencies have received. */
public sealed interface NotificationEvent {

  /**
   * An endpoint has answered that it holds where a case's timeline stood.
   *
   * @param seq number of the timeline's last entry at that time
   * @param hash of that entry, which holds those before it
   * @param endpoint its id: neither its address nor its name
   * @param acceptedAt when it answered
   */
  @JsonTypeName("anchor.accepted.v1")
  record AnchorAccepted(UUID caseId, long seq, String hash, UUID endpoint, Instant acceptedAt)
      implements NotificationEvent {}
}
