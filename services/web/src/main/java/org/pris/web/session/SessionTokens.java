package org.pris.web.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/**
 * What Keycloak gave for a session.
 *
 * @param since when the access token was asked for
 * @param until its end
 * @param refresh null where Keycloak gives none
 */
public record SessionTokens(String access, Instant since, Instant until, @Nullable String refresh) {

  /** Rights that are withdrawn at Keycloak end within this time. */
  private static final Duration FRESH = Duration.ofMinutes(3);

  private static final Duration SHORTEST = Duration.ofMinutes(1);

  public static SessionTokens of(
      OAuth2AccessToken access, @Nullable OAuth2RefreshToken refresh, Clock clock) {
    var since = clock.instant();
    // both of the same clock, which need not be ours
    var lasts =
        access.getExpiresAt() == null
            ? SHORTEST
            : Duration.between(Objects.requireNonNull(access.getIssuedAt()), access.getExpiresAt());
    return new SessionTokens(
        access.getTokenValue(),
        since,
        since.plus(lasts),
        refresh == null ? null : refresh.getTokenValue());
  }

  boolean isFresh(Instant now) {
    return freshUntil().isAfter(now);
  }

  /** From then on others are to be asked for. */
  Instant freshUntil() {
    var stale = since.plus(FRESH);
    return stale.isBefore(until) ? stale : until;
  }

  boolean isValid(Instant now) {
    return until.isAfter(now);
  }

  @Override
  public String toString() {
    return "SessionTokens[until=" + until + "]";
  }
}
