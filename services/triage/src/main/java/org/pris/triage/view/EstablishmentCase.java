package org.pris.triage.view;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access.View;
import org.pris.contracts.Care;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.IncidentType;
import org.pris.contracts.Person;
import org.pris.contracts.Severity;
import org.pris.triage.AffectedSite;
import org.pris.triage.Case;
import org.pris.triage.deadline.CaseDeadline;
import org.pris.triage.deadline.DeadlineView;

/**
 * What an affected establishment sees: the common part and its own; no notes, no observables, no
 * other establishment.
 *
 * @param step the state folded into five; null beside the path
 * @param lead name of the lead
 * @param deadlines of the own establishments
 */
record EstablishmentCase(
    @Schema(allowableValues = "ESTABLISHMENT") View view,
    UUID id,
    long revision,
    String reference,
    boolean exercise,
    CaseStatus status,
    Instant since,
    @Nullable Step step,
    List<Place> affected,
    IncidentType incidentType,
    @Nullable Severity severity,
    @Nullable Severity presumedSeverity,
    Care care,
    List<DeadlineView> deadlines,
    @Nullable String lead,
    Instant openedAt,
    Instant changedAt)
    implements CaseView, ListedCase {

  /** The five steps that an establishment is shown. */
  enum Step {
    RECEIVED,
    TRIAGE,
    RESPONSE,
    MONITORING,
    CLOSED
  }

  static EstablishmentCase of(Case it, Person reader, Map<String, String> names, Instant now) {
    var own = it.affected().stream().filter(site -> site.isOf(reader.establishments())).toList();
    var numbers = own.stream().map(AffectedSite::finess).toList();
    var assessment = it.assessment();
    return new EstablishmentCase(
        View.ESTABLISHMENT,
        it.id(),
        it.revision(),
        it.reference(),
        it.exercise(),
        it.status(),
        it.lifecycle().since(),
        step(it.status()),
        own.stream().map(Place::of).toList(),
        assessment.incidentType(),
        assessment.severity(),
        assessment.isQualified() ? null : assessment.presumed(),
        it.care(),
        it.deadlines().stream()
            .map(CaseDeadline::deadline)
            .filter(clock -> numbers.contains(clock.establishment()))
            .map(clock -> DeadlineView.of(clock, it.status(), now))
            .toList(),
        it.team().lead() == null ? null : names.getOrDefault(it.team().lead(), it.team().lead()),
        it.opening().openedAt(),
        it.changedAt());
  }

  private static @Nullable Step step(CaseStatus status) {
    return switch (status) {
      case RECEIVED -> Step.RECEIVED;
      case IN_TRIAGE, QUALIFIED -> Step.TRIAGE;
      case ADVISED, ENGAGED -> Step.RESPONSE;
      case MONITORING, REPORTING -> Step.MONITORING;
      case CLOSED -> Step.CLOSED;
      case ON_HOLD, REJECTED, MERGED, REDIRECTED -> null;
    };
  }
}
