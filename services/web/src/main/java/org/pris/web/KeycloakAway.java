package org.pris.web;

import org.springframework.security.authentication.AuthenticationServiceException;

/** Who somebody is cannot be told for the moment: the session is kept, the caller comes back. */
final class KeycloakAway extends AuthenticationServiceException {

  KeycloakAway() {
    super("Keycloak does not answer");
  }
}
