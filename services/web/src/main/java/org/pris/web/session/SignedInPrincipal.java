package org.pris.web.session;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * What is kept of who signed in: nothing that decides what they may do, for the access token does.
 *
 * @param sid Keycloak's session
 * @param since null where Keycloak does not say when they gave their password
 * @param identity the token that Keycloak wants back at sign-out
 */
record SignedInPrincipal(
    String subject, @Nullable String sid, @Nullable Instant since, String identity) {

  static SignedInPrincipal of(SecurityContext context) {
    var caller = Objects.requireNonNull(context.getAuthentication());
    if (!(caller.getPrincipal() instanceof OidcUser user)) {
      throw new IllegalArgumentException("Signed in by other means than Keycloak");
    }
    return new SignedInPrincipal(
        user.getName(),
        user.getClaimAsString("sid"),
        user.getAuthenticatedAt(),
        user.getIdToken().getTokenValue());
  }

  SecurityContext context() {
    var claims = new HashMap<String, Object>(Map.of(IdTokenClaimNames.SUB, subject));
    if (sid != null) {
      claims.put("sid", sid);
    }
    if (since != null) {
      claims.put(IdTokenClaimNames.AUTH_TIME, since);
    }
    var user = new DefaultOidcUser(List.of(), new OidcIdToken(identity, null, null, claims));
    return new SecurityContextImpl(
        new OAuth2AuthenticationToken(user, List.of(), Keycloak.REGISTRATION));
  }

  @Override
  public String toString() {
    return "SignedInPrincipal[" + subject + "]";
  }
}
