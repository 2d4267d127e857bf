package org.pris.contracts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The caller, as the access token says.
 *
 * @param username what others assign and authorise by
 * @param establishments FINESS numbers (site or legal entity) the person belongs to
 */
public record Person(
    String subject,
    String username,
    @Personal String name,
    Set<Role> roles,
    Set<String> establishments) {

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
