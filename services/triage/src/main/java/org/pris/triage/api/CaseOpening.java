package org.pris.triage.api;

import java.time.Clock;
import java.time.Instant;
import org.pris.contracts.CaseSource;
import org.pris.contracts.Person;
import org.pris.platform.outbox.Aggregates;
import org.pris.platform.problem.InstantRules;
import org.pris.platform.problem.Invalid;
import org.pris.platform.store.References;
import org.pris.platform.web.IdempotencyKey;
import org.pris.triage.Case;
import org.pris.triage.CaseFactory;
import org.pris.triage.CaseOrigin;
import org.pris.triage.Cases;
import org.pris.triage.command.OpenCase;
import org.pris.triage.deadline.Deadlines;
import org.pris.triage.lifecycle.Transitions;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Opens the cases that nobody declared. */
@Service
class CaseOpening {

  private final Aggregates aggregates;
  private final Cases cases;
  private final Deadlines rules;
  private final Sites sites;
  private final References references;
  private final Clock clock;

  CaseOpening(
      Aggregates aggregates,
      Cases cases,
      Deadlines rules,
      Sites sites,
      References references,
      Clock clock) {
    this.aggregates = aggregates;
    this.cases = cases;
    this.rules = rules;
    this.sites = sites;
    this.references = references;
    this.clock = clock;
  }

  /** The same key and body find what they made. */
  Case open(OpenCase how, IdempotencyKey creation, Person by) {
    var now = clock.instant();
    InstantRules.past("discoveredAt", how.discoveredAt(), now);
    if (how.source() == CaseSource.DECLARATION) {
      throw new Invalid("source", "a declaration opens its case by itself");
    }
    var known = cases.find(creation.id());
    if (known.isPresent()) {
      return repeated(known.get(), creation);
    }
    var site = sites.of("establishment", how.establishment(), how.discoveredAt());
    var exercise = Boolean.TRUE.equals(how.exercise());
    var opening =
        new CaseOrigin(
            how.source(), null, how.discoveredAt(), now, how.description(), creation.digest());
    var opened =
        CaseFactory.unheard(
            creation.id(),
            reference(exercise, now),
            exercise,
            opening,
            how.incidentType(),
            site,
            rules);
    try {
      return aggregates.insert(CaseFactory.change(opened, Transitions.actor(by)));
    } catch (DuplicateKeyException there) {
      return repeated(cases.find(creation.id()).orElseThrow(), creation);
    }
  }

  private static Case repeated(Case known, IdempotencyKey creation) {
    creation.check(String.valueOf(known.opening().digest()));
    return known;
  }

  private String reference(boolean exercise, Instant now) {
    return references.next(exercise ? "EX" : "PRIS", now);
  }
}
