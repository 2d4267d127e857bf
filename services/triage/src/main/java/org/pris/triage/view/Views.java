package org.pris.triage.view;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.Access.View;
import org.pris.contracts.Person;
import org.pris.platform.outbox.Aggregates;
import org.pris.platform.problem.NotFound;
import org.pris.platform.web.Page;
import org.pris.triage.Case;
import org.pris.triage.deadline.CaseDeadline;
import org.pris.triage.people.People;
import org.springframework.stereotype.Component;

/** Shows a case to somebody: in the fullest of the views that their roles add up to. */
@Component
public class Views {

  private static final String ACCESS_CHANGED = "case.access-changed.v1";

  private final People people;
  private final Aggregates aggregates;
  private final Clock clock;

  Views(People people, Aggregates aggregates, Clock clock) {
    this.people = people;
    this.aggregates = aggregates;
    this.clock = clock;
  }

  /** One case, whole. */
  public CaseView one(Case it, Person reader) {
    var now = clock.instant();
    return switch (view(it, reader)) {
      case RESPONDER ->
          ResponderCase.of(it, restrictionPending(it), people.names(named(it)), reader, now);
      case ESTABLISHMENT -> EstablishmentCase.of(it, reader, leads(List.of(it), reader), now);
      case AUTHORITY -> AuthorityCase.of(it.state(), now);
      case HEADLINE -> HeadlineCase.of(it);
    };
  }

  /** Asked only of a case that is kept from somebody. */
  private boolean restrictionPending(Case it) {
    var access = it.access();
    var kept = access.restricted() || access.establishmentSide() != EstablishmentSide.ALL;
    return kept && aggregates.waits(Case.class, it.id(), ACCESS_CHANGED);
  }

  /** Whomever a case names. */
  private static Set<String> named(Case it) {
    return Stream.of(
            it.team().people().stream(),
            Stream.ofNullable(it.team().lead()),
            it.access().people().stream(),
            it.access().establishmentPeople().stream(),
            it.deadlines().stream().map(CaseDeadline::by).filter(Objects::nonNull))
        .flatMap(names -> names)
        .collect(toSet());
  }

  /** Of many, each. */
  public Page<ListedCase> listed(Page<Case> page, Person reader) {
    var now = clock.instant();
    var leads = leads(page.items(), reader);
    return page.map(it ->
        switch (view(it, reader)) {
          case RESPONDER -> ResponderCard.of(it.state(), it.tasks(), now);
          case ESTABLISHMENT -> EstablishmentCase.of(it, reader, leads, now);
          case AUTHORITY -> AuthorityCase.of(it.state(), now);
          case HEADLINE -> HeadlineCase.of(it);
        });
  }

  /** Their names, where an establishment reads them; one question for all cases. */
  private Map<String, String> leads(List<Case> cases, Person reader) {
    var leads =
        cases.stream()
            .filter(it -> view(it, reader) == View.ESTABLISHMENT)
            .map(it -> it.team().lead())
            .filter(Objects::nonNull)
            .collect(toSet());
    return people.names(leads);
  }

  /** The fullest; the views are declared from full to bare. */
  private static View view(Case it, Person reader) {
    return it.access().views(reader).stream().min(naturalOrder()).orElseThrow(NotFound::new);
  }
}
