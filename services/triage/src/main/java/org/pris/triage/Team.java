package org.pris.triage;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access;
import org.pris.contracts.Person;
import org.pris.contracts.Personal;
import org.pris.platform.Reason;

/**
 * Who works on a case, by usernames.
 *
 * @param leadName where the lead has shown it by acting; the establishment reads it
 */
record Team(List<String> people, @Nullable String lead, @Personal @Nullable String leadName) {

  static final Team NOBODY = new Team(List.of(), null, null);

  Team with(Person person) {
    if (people.contains(person.username())) {
      return this;
    }
    var more = Stream.concat(people.stream(), Stream.of(person.username())).toList();
    return new Team(more, lead, leadName);
  }

  /** That some of them are kept out of a restricted case: whoever works on it is admitted first. */
  List<Reason> outside(Access access) {
    var kept =
        Stream.concat(people.stream(), Stream.ofNullable(lead))
            .filter(it -> access.restricted() && !access.people().contains(it))
            .distinct()
            .toList();
    return kept.isEmpty() ? List.of() : List.of(new Reason("NOT_ADMITTED", "people", kept));
  }

  Team ledBy(@Nullable String newLead, Person by) {
    if (newLead == null) {
      return this;
    }
    var name = newLead.equals(lead) ? leadName : null;
    return new Team(people, newLead, newLead.equals(by.username()) ? by.name() : name);
  }

  Team of(List<String> newPeople, @Nullable String newLead, Person by) {
    var led = new Team(newPeople, null, null);
    return newLead != null && newLead.equals(lead)
        ? new Team(newPeople, lead, leadName).ledBy(lead, by)
        : led.ledBy(newLead, by);
  }
}
