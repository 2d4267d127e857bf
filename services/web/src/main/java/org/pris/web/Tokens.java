package org.pris.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizationContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.RefreshTokenOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
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

  /** After Keycloak did not answer, nobody waits for it again so soon. */
  private static final Duration REST = Duration.ofSeconds(15);

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final String FAILED = "pris.refresh-failed";

  private final OAuth2AuthorizedClientRepository clients;
  private final RefreshTokenOAuth2AuthorizedClientProvider refreshing;
  private final Clock clock;

  Tokens(OAuth2AuthorizedClientRepository clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
    this.refreshing = new RefreshTokenOAuth2AuthorizedClientProvider();
    refreshing.setClockSkew(FRESH);
    refreshing.setClock(clock);
    var exchange = new RestClientRefreshTokenTokenResponseClient();
    exchange.setRestClient(impatient());
    refreshing.setAccessTokenResponseClient(exchange);
  }

  /** Talks to Keycloak's token endpoint, but not for long: a request waits behind it. */
  static RestClient impatient() {
    var factory =
        new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(PATIENCE).build());
    factory.setReadTimeout(PATIENCE);
    return RestClient.builder()
        .requestFactory(factory)
        .configureMessageConverters(converters ->
            converters
                .addCustomConverter(new FormHttpMessageConverter())
                .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
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
      if (mayRefresh(session)) {
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
          failed(session, refused);
        } catch (RuntimeException away) {
          failed(session, away);
        }
      }
      return Optional.of(client.getAccessToken())
          .filter(it -> it.getExpiresAt() == null || it.getExpiresAt().isAfter(clock.instant()))
          .map(it -> it.getTokenValue());
    }
  }

  private boolean mayRefresh(HttpSession session) {
    return !(session.getAttribute(FAILED) instanceof Instant last)
        || last.plus(REST).isBefore(clock.instant());
  }

  private void failed(HttpSession session, RuntimeException why) {
    session.setAttribute(FAILED, clock.instant());
    LOG.warn("Keycloak does not refresh: {}", why.getClass().getSimpleName());
  }

  private @Nullable OAuth2AuthorizedClient load(Authentication caller, HttpServletRequest request) {
    return clients.loadAuthorizedClient(Keycloak.REGISTRATION, caller, request);
  }

  private static OAuth2AuthorizationContext context(
      OAuth2AuthorizedClient client, Authentication caller) {
    return OAuth2AuthorizationContext.withAuthorizedClient(client).principal(caller).build();
  }
}
