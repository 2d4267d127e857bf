package org.pris.triage.api;

import java.time.Clock;
import java.time.Instant;
import org.pris.platform.problem.Invalid;
import org.pris.triage.AffectedSite;
import org.pris.triage.Establishments;
import org.springframework.stereotype.Component;

/** The establishments that people name, as a case is affected by them. */
@Component
class Sites {

  private final Establishments establishments;
  private final Clock clock;

  Sites(Establishments establishments, Clock clock) {
    this.establishments = establishments;
    this.clock = clock;
  }

  AffectedSite of(String field, String finess, Instant since) {
    var known =
        establishments.find(finess).orElseThrow(() -> new Invalid(field, "no such establishment"));
    return AffectedSite.of(known.establishment(), known.profile(), since, clock.instant());
  }
}
