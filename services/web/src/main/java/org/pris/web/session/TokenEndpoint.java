package org.pris.web.session;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Keycloak, where tokens are exchanged; not waited for long, for a request waits behind it. */
@Component
public class TokenEndpoint {

  private final ClientRegistration client;
  private final Clock clock;
  private final RestClientRefreshTokenTokenResponseClient exchange;
  private final Duration patience;

  /**
   * @param patience for the connection and for the answer, each
   */
  TokenEndpoint(
      ClientRegistrationRepository clients,
      Clock clock,
      @Value("${pris.web.keycloak-patience:PT3S}") Duration patience) {
    this.patience = patience;
    this.client = Objects.requireNonNull(clients.findByRegistrationId(Keycloak.REGISTRATION));
    this.clock = clock;
    this.exchange = new RestClientRefreshTokenTokenResponseClient();
    exchange.setRestClient(impatient(patience));
  }

  /** How long an exchange takes at most. */
  Duration longest() {
    return patience.multipliedBy(2);
  }

  public static RestClient impatient(Duration patience) {
    var factory =
        new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(patience).build());
    factory.setReadTimeout(patience);
    return RestClient.builder()
        .requestFactory(factory)
        .configureMessageConverters(converters ->
            converters
                .addCustomConverter(new FormHttpMessageConverter())
                .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }

  /**
   * New tokens for old ones.
   *
   * @throws KeycloakUnavailable where it does not answer, or not as Keycloak does
   * @throws OAuth2AuthorizationException where it refuses
   */
  SessionTokens refreshed(SessionTokens held) {
    if (held.refresh() == null) {
      throw new OAuth2AuthorizationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT));
    }
    var access = new OAuth2AccessToken(TokenType.BEARER, held.access(), held.since(), held.until());
    var request =
        new OAuth2RefreshTokenGrantRequest(
            client, access, new OAuth2RefreshToken(held.refresh(), held.since()));
    try {
      var answer = exchange.getTokenResponse(request);
      // one that comes without a refresh token leaves us the old one
      return SessionTokens.of(answer.getAccessToken(), answer.getRefreshToken(), clock);
    } catch (OAuth2AuthorizationException refused) {
      if (refused.getCause() instanceof RestClientException) {
        throw new KeycloakUnavailable();
      }
      throw refused;
    }
  }
}
