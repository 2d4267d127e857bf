package org.pris.web.session;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pris.platform.Sha256;
import org.pris.platform.store.SealedSecret;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A session as it is stored.
 *
 * @param key SHA-256 of the cookie's value: whoever reads the store has no session by it
 * @param since when the person signed in at Keycloak, or began to
 * @param seenAt their own last request, to the minute
 * @param subject whose it is, for Keycloak's word that all of somebody's sessions have ended
 * @param sid Keycloak's session behind it
 * @param attributes what is in it by {@link SessionAttribute}, sealed
 * @param refresh by whom its tokens are exchanged
 * @param over null, or how it ended before its time: then nothing else is left of it
 */
@Document("sessions")
public record SessionRow(
    @Id String key,
    Instant since,
    Instant seenAt,
    Instant endsAt,
    @Nullable String subject,
    @Nullable String sid,
    Map<String, SealedSecret> attributes,
    @Nullable Refresh refresh,
    @Nullable Over over) {

  /** Nobody else begins before {@code until}; a process that died is waited for no longer. */
  public record Refresh(String by, Instant until) {}

  public enum Over {
    SIGNED_OUT_ELSEWHERE
  }

  boolean isOpen(Instant now) {
    return over == null && endsAt.isAfter(now);
  }

  public static String key(String id) {
    return Sha256.hex(id);
  }
}
