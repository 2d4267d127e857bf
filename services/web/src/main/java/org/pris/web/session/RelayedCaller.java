package org.pris.web.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Person;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;

/** Somebody signed in, as the access token that their session holds says right now. */
public final class RelayedCaller extends AbstractAuthenticationToken {

  private final transient Jwt jwt;
  private final transient SessionExpiry ends;
  private final String session;
  private final transient Instant freshUntil;

  /**
   * @param session the {@link SessionRow#key} of the session
   * @param freshUntil when its token is to be exchanged
   */
  RelayedCaller(Jwt jwt, Person person, SessionExpiry ends, String session, Instant freshUntil) {
    super(
        AuthorityUtils.createAuthorityList(
            person.roles().stream().map(it -> "ROLE_" + it.name()).toList()));
    this.jwt = jwt;
    this.ends = ends;
    this.session = session;
    this.freshUntil = freshUntil;
    setAuthenticated(true);
  }

  /** Of the session. */
  public SessionExpiry ends() {
    return ends;
  }

  public String session() {
    return session;
  }

  public Instant freshUntil() {
    return freshUntil;
  }

  public String token() {
    return jwt.getTokenValue();
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Jwt getPrincipal() {
    return jwt;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RelayedCaller caller && caller.token().equals(token());
  }

  @Override
  public int hashCode() {
    return token().hashCode();
  }
}
