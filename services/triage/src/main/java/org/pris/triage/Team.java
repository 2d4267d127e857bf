package org.pris.triage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access;
import org.pris.contracts.Person;
import org.pris.platform.problem.Reason;

/** Who works on a case, by the subjects of their accounts. */
public record Team(List<String> people, @Nullable String lead) {

  /** As many as one may assign. */
  private static final int MOST = 50;

  static final Team NOBODY = new Team(List.of(), null);

  public Team with(Person person) {
    if (people.contains(person.subject())) {
      return this;
    }
    var more = Stream.concat(people.stream(), Stream.of(person.subject())).toList();
    return new Team(more, lead);
  }

  /** Those of a case that is merged into this one work on; its lead becomes one of them. */
  public Team joined(Team other) {
    var more =
        Stream.of(people, other.people, Stream.ofNullable(other.lead).toList())
            .flatMap(List::stream)
            .filter(it -> !it.equals(lead) || people.contains(it))
            .distinct()
            .limit(MOST)
            .toList();
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

  /** What is absent stays as it was; an empty lead is nobody. */
  @SuppressWarnings("NullableOptional")
  public Team changed(@Nullable List<String> newPeople, @Nullable Optional<String> newLead) {
    return new Team(
        newPeople == null ? people : newPeople.stream().distinct().toList(),
        newLead == null ? lead : newLead.orElse(null));
  }

  public boolean isEmpty() {
    return people.isEmpty() && lead == null;
  }

  /** Nobody new: the lead stays. */
  public Team ledBy(@Nullable String newLead) {
    return newLead == null ? this : new Team(people, newLead);
  }
}
