package org.pris.web;

import java.util.List;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in. */
@RestController
class MeController {

  /**
   * @param establishments FINESS numbers of sites and legal entities
   */
  record Me(
      String subject, String username, String name, List<Role> roles, List<String> establishments) {

    Me(Person person) {
      this(
          person.subject(),
          person.username(),
          person.name(),
          person.roles().stream().sorted().toList(),
          person.establishments().stream().sorted().toList());
    }
  }

  @GetMapping("/api/me")
  @PreAuthorize("isAuthenticated()")
  Me me(Person person) {
    return new Me(person);
  }
}
