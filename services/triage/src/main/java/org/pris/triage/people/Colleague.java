package org.pris.triage.people;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pris.contracts.Person;
import org.pris.contracts.Personal;
import org.pris.contracts.Role;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody whom a case may name. Cases and events hold subjects only: a name stays here.
 *
 * @param subject Keycloak's id of the account, which outlives every renaming
 * @param username empty once another account goes by it
 * @param roles RESPONDER, LEAD, DECLARANT, as the last access token said
 */
@Document("people")
public record Colleague(
    @Id String subject, @Personal String username, @Personal String name, List<Role> roles) {

  static final List<Role> RESPONDING = List.of(Role.RESPONDER, Role.LEAD);

  private static final List<Role> NAMED = List.of(Role.RESPONDER, Role.LEAD, Role.DECLARANT);

  public Colleague {
    username = Objects.requireNonNullElse(username, ""); // an older build kept none beside the id
  }

  /** Nothing of authorities, administrators and machines is kept. */
  static Optional<Colleague> of(Person person) {
    var roles = NAMED.stream().filter(person::is).toList();
    return roles.isEmpty() || person.subject().isBlank() || person.username().isBlank()
        ? Optional.empty()
        : Optional.of(new Colleague(person.subject(), person.username(), person.name(), roles));
  }

  boolean isAny(List<Role> any) {
    return roles.stream().anyMatch(any::contains);
  }
}
