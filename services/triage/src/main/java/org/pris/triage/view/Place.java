package org.pris.triage.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Affected;
import org.pris.contracts.Establishment;
import org.pris.triage.AffectedSite;

/** An affected establishment, as every view shows it. */
record Place(
    String finess,
    String legalEntity,
    String name,
    @Nullable String commune,
    String department,
    Instant since) {

  static Place of(Affected it) {
    return of(it.establishment(), it.since());
  }

  static Place of(AffectedSite it) {
    return of(it.establishment(), it.since());
  }

  private static Place of(Establishment it, Instant since) {
    return new Place(
        it.finess(), it.legalEntity(), it.name(), it.commune(), it.department(), since);
  }
}
