package org.pris.triage;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access;
import org.pris.contracts.Person;
import org.pris.platform.problem.Reason;

/** Who works on a case, by usernames; {@link People} has the names. */
public record Team(List<String> people, @Nullable String lead) {

  static final Team NOBODY = new Team(List.of(), null);

  public Team with(Person person) {
    if (people.contains(person.username())) {
      return this;
    }
    var more = Stream.concat(people.stream(), Stream.of(person.username())).toList();
    return new Team(more, lead);
  }

  /** That some of them are kept out of a restricted case: whoever works on it is admitted first. */
  public List<Reason> outside(Access access) {
    var kept =
        Stream.concat(people.stream(), Stream.ofNullable(lead))
            .filter(it -> access.restricted() && !access.people().contains(it))
            .distinct()
            .toList();
    return kept.isEmpty() ? List.of() : List.of(new Reason("NOT_ADMITTED", "people", kept));
  }

  /** Nobody new: the lead stays. */
  public Team ledBy(@Nullable String newLead) {
    return newLead == null ? this : new Team(people, newLead);
  }
}
