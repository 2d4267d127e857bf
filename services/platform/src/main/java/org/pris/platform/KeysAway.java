package org.pris.platform;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Keycloak's keys cannot be had, as after a start while it is away: nothing is known of the token,
 * so its bearer is told to come back, not to sign in again.
 */
final class KeysAway extends AuthenticationException {

  private KeysAway(JwtException cause) {
    super("The keys to check tokens with cannot be had", cause);
  }

  /** The same decoder, which tells a token that is wrong from one that cannot be looked at. */
  static JwtDecoder told(JwtDecoder decoder) {
    return token -> {
      try {
        return decoder.decode(token);
      } catch (BadJwtException wrong) {
        throw wrong;
      } catch (JwtException cause) {
        throw new KeysAway(cause);
      }
    };
  }
}
