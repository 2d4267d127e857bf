package org.pris.triage;

import java.util.Objects;
import org.pris.contracts.CaseState;
import org.pris.contracts.MergedCase;
import org.pris.contracts.Tlp;
import org.pris.triage.deadline.CaseDeadline;

/** What every event of a case says of the whole case. */
final class PublicState {

  private PublicState() {}

  static CaseState of(Case it) {
    return new CaseState(
        it.id(),
        it.revision(),
        it.reference(),
        it.lifecycle().status(),
        it.lifecycle().heldFrom(),
        it.lifecycle().heldUntil(),
        it.affected().stream().map(AffectedSite::told).toList(),
        it.assessment().incidentType(),
        it.assessment().origin(),
        it.assessment().severity(),
        it.assessment().isQualified() ? null : it.assessment().presumed(),
        it.assessment().trend(),
        it.care(),
        it.assessment().significant(),
        null,
        it.deadlines().stream().map(CaseDeadline::deadline).toList(),
        it.team().lead(),
        it.team().people(),
        it.lifecycle().engagement(),
        it.lifecycle().mergedInto(),
        it.lifecycle().absorbed().stream()
            .map(
                part -> new MergedCase(part.id(), Objects.requireNonNullElse(part.reference(), "")))
            .toList(),
        it.access(),
        it.exercise(),
        Tlp.AMBER,
        it.opening().openedAt(),
        it.changedAt());
  }
}
