package org.pris.web.session;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.stereotype.Component;

/**
 * Keycloak's word that somebody has signed out elsewhere, or was signed out, ends their sessions
 * where they lie, on whichever instance it arrives. A word that never arrives is not missed for
 * long: the next exchange of tokens is refused.
 */
@Component
class KeycloakSessions implements OidcSessionRegistry {

  private final Sessions sessions;

  KeycloakSessions(Sessions sessions) {
    this.sessions = sessions;
  }

  /** A session says itself whose it is. */
  @Override
  public void saveSessionInformation(OidcSessionInformation information) {}

  @Override
  public @Nullable OidcSessionInformation removeSessionInformation(String session) {
    return null;
  }

  /** Of one session at Keycloak where it names one, else of all that the person has. */
  @Override
  public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
    var sid = token.getSessionId();
    var subject = token.getSubject();
    if (sid != null) {
      var which = where("sid").is(sid);
      sessions.signedOutElsewhere(subject == null ? which : which.and("subject").is(subject));
    } else if (subject != null) {
      sessions.signedOutElsewhere(where("subject").is(subject));
    }
    return List.of();
  }
}
