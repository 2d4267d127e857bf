package org.pris.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizationContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.RefreshTokenOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The access token of a session, young enough that rights withdrawn at Keycloak end within minutes.
 *
 * <p>One refresh at a time for a session: Keycloak would take a second use of a refresh token for
 * theft. While Keycloak is away the token is kept as long as it is valid.
 */
@Component
class Tokens {

  private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

  /** Access tokens live 15 min: one older than 3 min is exchanged. */
  private static final Duration FRESH = Duration.ofMinutes(12);

  private final OAuth2AuthorizedClientRepository clients;
  private final RefreshTokenOAuth2AuthorizedClientProvider refreshing;
  private final Clock clock;

  Tokens(OAuth2AuthorizedClientRepository clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
    this.refreshing = new RefreshTokenOAuth2AuthorizedClientProvider();
    refreshing.setClockSkew(FRESH);
    refreshing.setClock(clock);
  }

  /** Nothing where the session has ended, here or at Keycloak. */
  Optional<String> current(
      Authentication caller, HttpServletRequest request, HttpServletResponse response) {
    var session = request.getSession(false);
    if (session == null) {
      return Optional.empty();
    }
    synchronized (WebUtils.getSessionMutex(session)) {
      var client = load(caller, request);
      if (client == null) {
        return Optional.empty();
      }
      try {
        var refreshed = refreshing.authorize(context(client, caller));
        if (refreshed != null) {
          clients.saveAuthorizedClient(refreshed, caller, request, response);
          client = refreshed;
        }
      } catch (OAuth2AuthorizationException refused) {
        if (refused.getError().getErrorCode().equals(OAuth2ErrorCodes.INVALID_GRANT)) {
          session.invalidate();
          return Optional.empty();
        }
        LOG.warn("Keycloak does not refresh: {}", refused.getError().getErrorCode());
      } catch (RuntimeException away) {
        LOG.warn("Keycloak does not answer: {}", away.getClass().getSimpleName());
      }
      return Optional.of(client.getAccessToken())
          .filter(it -> it.getExpiresAt() == null || it.getExpiresAt().isAfter(clock.instant()))
          .map(it -> it.getTokenValue());
    }
  }

  private @Nullable OAuth2AuthorizedClient load(Authentication caller, HttpServletRequest request) {
    return clients.loadAuthorizedClient(Keycloak.REGISTRATION, caller, request);
  }

  private static OAuth2AuthorizationContext context(
      OAuth2AuthorizedClient client, Authentication caller) {
    return OAuth2AuthorizationContext.withAuthorizedClient(client).principal(caller).build();
  }
}
