package org.pris.contracts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The caller, as the access token says.
 *
 * @param subject Keycloak's id of the account: what others assign and authorise by
 * @param username to sign in with and to be shown; it may change, or be given to somebody else
 * @param establishments FINESS numbers (site or legal entity) the person belongs to
 */
public record Person(
    String subject,
    String username,
    @Personal String name,
    Set<Role> roles,
    Set<String> establishments) {

  /** Keycloak's: an id of its own, or of an account that it reads elsewhere. */
  public static final String SUBJECT = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|f:[^ ]{1,190}";

  public boolean is(Role role) {
    return roles.contains(role);
  }

  public boolean isAny(Role... any) {
    return Set.of(any).stream().anyMatch(roles::contains);
  }

  /** Whether the site, or its legal entity, is one of the person's own. */
  public boolean belongsTo(Site site) {
    return establishments.contains(site.finess()) || establishments.contains(site.legalEntity());
  }

  /** As the actor of an event, in the first of the given roles that the person holds. */
  public Actor as(@Nullable String establishment, Role... preferred) {
    for (var role : preferred) {
      if (is(role)) {
        return new Actor(subject, name, role, establishment);
      }
    }
    return new Actor(subject, name, roles.iterator().next(), establishment);
  }
}
