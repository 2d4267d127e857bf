package org.pris.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.pris.web.session.SessionAttribute;
import org.pris.web.session.SessionTokens;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;

/** What comes of a sign-in goes into the session; without the client, which has a secret. */
@Component
class AuthorizedClients implements OAuth2AuthorizedClientRepository {

  private final Clock clock;

  AuthorizedClients(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void saveAuthorizedClient(
      OAuth2AuthorizedClient client,
      Authentication person,
      HttpServletRequest request,
      HttpServletResponse response) {
    var held = SessionTokens.of(client.getAccessToken(), client.getRefreshToken(), clock);
    request.getSession().setAttribute(SessionAttribute.TOKENS.attribute, held);
  }

  /** {@link Tokens} gives them out, and nobody else. */
  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals")
  public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
      String registration, Authentication person, HttpServletRequest request) {
    return null;
  }

  @Override
  public void removeAuthorizedClient(
      String registration,
      Authentication person,
      HttpServletRequest request,
      HttpServletResponse response) {
    var session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(SessionAttribute.TOKENS.attribute);
    }
  }
}
