package org.pris.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.web.session.RelayedCaller;
import org.pris.web.session.SessionExpiry;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in. */
@RestController
class MeController {

  /**
   * @param establishments FINESS numbers of sites and legal entities
   * @param sessionEndsAt unless the person does something before, as asking this once more is,
   *     without the header {@code X-Pris-Background}; null for who brings a token
   * @param sessionEndsForGood whatever they do; null for who brings a token
   */
  record Me(
      String subject,
      String username,
      String name,
      List<Role> roles,
      List<String> establishments,
      @Nullable Instant sessionEndsAt,
      @Nullable Instant sessionEndsForGood) {

    Me(Person person, @Nullable SessionExpiry session) {
      this(
          person.subject(),
          person.username(),
          person.name(),
          person.roles().stream().sorted().toList(),
          person.establishments().stream().sorted().toList(),
          session == null ? null : session.at(),
          session == null ? null : session.forGood());
    }
  }

  @GetMapping("/api/me")
  @PreAuthorize("isAuthenticated()")
  Me me(Person person, Authentication caller) {
    return new Me(person, caller instanceof RelayedCaller signedIn ? signedIn.ends() : null);
  }
}
