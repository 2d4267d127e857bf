package org.pris.triage;

import static java.util.Comparator.naturalOrder;

import java.time.Clock;
import org.pris.contracts.Access.View;
import org.pris.contracts.Person;
import org.pris.platform.NotFound;
import org.springframework.stereotype.Component;

/** Shows a case to somebody: in the fullest of the views that their roles add up to. */
@Component
class Views {

  private final Clock clock;

  Views(Clock clock) {
    this.clock = clock;
  }

  /** One case, whole. */
  CaseView one(Case it, Person reader) {
    var now = clock.instant();
    return switch (view(it, reader)) {
      case RESPONDER -> ResponderCase.of(it, reader, now);
      case ESTABLISHMENT -> EstablishmentCase.of(it, reader, now);
      case AUTHORITY -> AuthorityCase.of(it.state(), now);
      case HEADLINE -> HeadlineCase.of(it);
    };
  }

  /** One of many. */
  ListedCase listed(Case it, Person reader) {
    var now = clock.instant();
    return switch (view(it, reader)) {
      case RESPONDER -> ResponderCard.of(it.state(), it.tasks(), now);
      case ESTABLISHMENT -> EstablishmentCase.of(it, reader, now);
      case AUTHORITY -> AuthorityCase.of(it.state(), now);
      case HEADLINE -> HeadlineCase.of(it);
    };
  }

  /** The fullest; the views are declared from full to bare. */
  private static View view(Case it, Person reader) {
    return it.access().views(reader).stream().min(naturalOrder()).orElseThrow(NotFound::new);
  }
}
