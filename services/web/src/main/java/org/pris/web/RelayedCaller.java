package org.pris.web;

import org.jspecify.annotations.Nullable;
import org.pris.contracts.Person;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;

/** Somebody signed in, as the access token that their session holds says right now. */
final class RelayedCaller extends AbstractAuthenticationToken {

  private final transient Jwt jwt;
  private final transient Ends ends;

  RelayedCaller(Jwt jwt, Person person, Ends ends) {
    super(
        AuthorityUtils.createAuthorityList(
            person.roles().stream().map(it -> "ROLE_" + it.name()).toList()));
    this.jwt = jwt;
    this.ends = ends;
    setAuthenticated(true);
  }

  /** Of the session. */
  Ends ends() {
    return ends;
  }

  String token() {
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
