package org.pris.web.session;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.pris.web.session.TokenRefreshLeases.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;

/**
 * The access token of a session with what belongs to it, young enough that rights withdrawn at
 * Keycloak end within minutes. While Keycloak is away the token is kept as long as it is valid.
 */
@Component
public class Tokens {

  private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

  /** After Keycloak did not answer, nobody here waits for it again so soon. */
  private static final Duration REST = Duration.ofSeconds(15);

  private static final Duration GLANCE = Duration.ofMillis(100);

  private final TokenRefreshLeases refreshes;
  private final TokenEndpoint keycloak;
  private final Clock clock;
  private volatile Instant awaySince = Instant.EPOCH;

  Tokens(TokenRefreshLeases refreshes, TokenEndpoint keycloak, Clock clock) {
    this.refreshes = refreshes;
    this.keycloak = keycloak;
    this.clock = clock;
  }

  /**
   * Nothing where the session has ended, here or at Keycloak.
   *
   * @throws KeycloakUnavailable where the last token has run out and there is no other to be had
   */
  Optional<SessionTokens> current(HttpSession session) {
    if (!(session.getAttribute(SessionAttribute.TOKENS.attribute) instanceof SessionTokens held)) {
      return Optional.empty();
    }
    var now = clock.instant();
    if (held.isFresh(now)) {
      return Optional.of(held);
    }
    if (isAway(now)) {
      return Optional.of(stillValid(held));
    }
    var lease = refreshes.take(session.getId());
    if (lease.isPresent()) {
      return exchanged(lease.get());
    }
    return held.isValid(now) ? Optional.of(held) : awaited(session.getId());
  }

  private Optional<SessionTokens> exchanged(Lease lease) {
    var held = lease.tokens();
    if (held.isFresh(clock.instant())) {
      refreshes.release(lease);
      return Optional.of(held);
    }
    try {
      var refreshed = keycloak.refreshed(held);
      refreshes.keep(lease, refreshed);
      return Optional.of(refreshed);
    } catch (OAuth2AuthorizationException refused) {
      var code = refused.getError().getErrorCode();
      if (code.equals(OAuth2ErrorCodes.INVALID_GRANT)) {
        refreshes.end(lease);
        return Optional.empty();
      }
      // the lease is left to run out: nobody asks for this session again so soon
      LOG.warn("Keycloak does not refresh: {}", code);
      return Optional.of(stillValid(held));
    } catch (KeycloakUnavailable away) {
      LOG.warn("Keycloak does not answer");
      awaySince = clock.instant();
      refreshes.release(lease);
      return Optional.of(stillValid(held));
    }
  }

  private boolean isAway(Instant now) {
    return !now.isBefore(awaySince) && now.isBefore(awaySince.plus(REST));
  }

  private SessionTokens stillValid(SessionTokens held) {
    if (!held.isValid(clock.instant())) {
      throw new KeycloakUnavailable();
    }
    return held;
  }

  /** What another request is about to bring. */
  private Optional<SessionTokens> awaited(String session) {
    var glances = keycloak.longest().dividedBy(GLANCE);
    for (var glance = 0; glance < glances; glance++) {
      var standing = refreshes.standing(session);
      if (standing.tokens() == null) {
        return Optional.empty();
      }
      if (standing.tokens().isValid(clock.instant())) {
        return Optional.of(standing.tokens());
      }
      if (!standing.exchanging()) {
        break;
      }
      LockSupport.parkNanos(GLANCE.toNanos());
    }
    throw new KeycloakUnavailable();
  }
}
