package org.pris.triage.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Person;
import org.pris.contracts.Role;

@DisplayName("Of people is kept")
class ColleagueTest {

  @Test
  @DisplayName("the name of who responds or declares, with those roles alone")
  void responds() {
    assertThat(Colleague.of(person("lead1", Role.LEAD, Role.ADMIN, Role.RESPONDER)))
        .contains(new Colleague("s", "lead1", "Claire", List.of(Role.RESPONDER, Role.LEAD)));
    assertThat(Colleague.of(person("d+1", Role.DECLARANT)))
        .contains(new Colleague("s", "d+1", "Claire", List.of(Role.DECLARANT)));
  }

  @Test
  @DisplayName("nothing of anybody else, nor of a token that names nobody")
  void others() {
    assertThat(Colleague.of(person("a", Role.AUTHORITY, Role.ADMIN, Role.REPORTER))).isEmpty();
    assertThat(Colleague.of(person("", Role.RESPONDER))).isEmpty();
  }

  private static Person person(String username, Role... roles) {
    return new Person("s", username, "Claire", Set.of(roles), Set.of("990000010"));
  }
}
