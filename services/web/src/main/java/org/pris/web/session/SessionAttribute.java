package org.pris.web.session;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** What a session may hold, and of which type: nothing else is written, nothing else is read. */
public enum SessionAttribute {
  /** The local path to go to after sign-in. */
  TO("pris.to", String.class),
  /** What was asked of Keycloak and is to come back: state, nonce, proof key. */
  ASKED(
      HttpSessionOAuth2AuthorizationRequestRepository.class.getName() + ".AUTHORIZATION_REQUEST",
      OAuth2AuthorizationRequest.class),
  /** Who signed in, with the identity token. */
  CONTEXT(
      HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, SignedInPrincipal.class),
  TOKENS("pris.tokens", SessionTokens.class);

  public final String attribute;
  final Class<?> type;

  SessionAttribute(String attribute, Class<?> type) {
    this.attribute = attribute;
    this.type = type;
  }

  /** In the document. */
  String field() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  static Optional<SessionAttribute> named(String name) {
    return Arrays.stream(values()).filter(it -> it.attribute.equals(name)).findFirst();
  }
}
