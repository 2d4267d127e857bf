package org.pris.platform.web;

import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Keycloak's keys cannot be had, as after a start while it is away: nothing is known of the token,
 * so its bearer is told to come back, not to sign in again.
 */
final class SigningKeysUnavailable extends AuthenticationException {

  private SigningKeysUnavailable(JwtException cause) {
    super("The keys to check tokens with cannot be had", cause);
  }

  /** The same decoder, which tells a token that is wrong from one that cannot be looked at. */
  static JwtDecoder told(JwtDecoder decoder) {
    var had = new AtomicBoolean();
    return token -> {
      try {
        var read = decoder.decode(token);
        had.set(true);
        return read;
      } catch (BadJwtException wrong) {
        throw wrong;
      } catch (JwtException cause) {
        if (had.get() && askedTooOften(cause)) {
          throw new BadJwtException("Signed with a key that Keycloak does not have", cause);
        }
        throw new SigningKeysUnavailable(cause);
      }
    };
  }

  /** Keys are at hand, this one is not among them, and Keycloak was asked for it just now. */
  private static boolean askedTooOften(@Nullable Throwable cause) {
    return cause != null
        && (cause instanceof RateLimitReachedException || askedTooOften(cause.getCause()));
  }
}
