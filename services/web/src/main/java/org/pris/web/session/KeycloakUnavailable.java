package org.pris.web.session;

import org.springframework.security.authentication.AuthenticationServiceException;

/** Who somebody is cannot be told for the moment: the session is kept, the caller comes back. */
public final class KeycloakUnavailable extends AuthenticationServiceException {

  KeycloakUnavailable() {
    super("Keycloak does not answer");
  }
}
