package org.pris.web.session;

import java.time.Duration;
import java.time.Instant;

/**
 * When a session ends.
 *
 * @param at unless the person does something before
 * @param forGood whatever they do: then one signs in again
 */
public record SessionExpiry(Instant at, Instant forGood) {

  /** Nobody is signed in yet, and whoever has lost their second factor sets up a new one. */
  private static final Duration SIGNING_IN = Duration.ofMinutes(30);

  private static final Duration IDLE = Duration.ofMinutes(60);

  /** As long as the realm's own session. */
  private static final Duration LONGEST = Duration.ofHours(12);

  static SessionExpiry beforeSignIn(Instant begun) {
    var end = begun.plus(SIGNING_IN);
    return new SessionExpiry(end, end);
  }

  static SessionExpiry signedIn(Instant since, Instant seenAt) {
    var forGood = since.plus(LONGEST);
    var idle = seenAt.plus(IDLE);
    return new SessionExpiry(idle.isBefore(forGood) ? idle : forGood, forGood);
  }
}
