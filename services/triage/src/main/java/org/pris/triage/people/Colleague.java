package org.pris.triage.people;

import java.util.List;
import java.util.Optional;
import org.pris.contracts.Person;
import org.pris.contracts.Personal;
import org.pris.contracts.Role;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody who responds to incidents. Cases and events hold usernames only: a name stays here.
 *
 * @param roles RESPONDER, LEAD or both, as the last access token said
 */
@Document("people")
public record Colleague(@Id String username, @Personal String name, List<Role> roles) {

  private static final List<Role> RESPONDING = List.of(Role.RESPONDER, Role.LEAD);

  /** Nothing of declarants, authorities and machines is kept. */
  static Optional<Colleague> of(Person person) {
    var roles = RESPONDING.stream().filter(person::is).toList();
    return roles.isEmpty() || person.username().isBlank()
        ? Optional.empty()
        : Optional.of(new Colleague(person.username(), person.name(), roles));
  }
}
