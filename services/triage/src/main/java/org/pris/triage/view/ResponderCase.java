package org.pris.triage.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access;
import org.pris.contracts.Access.View;
import org.pris.contracts.Campaign;
import org.pris.contracts.Care;
import org.pris.contracts.CareMode;
import org.pris.contracts.CaseSource;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.DeclaredFacts;
import org.pris.contracts.IncidentType;
import org.pris.contracts.Origin;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Person;
import org.pris.contracts.RegulatoryProfile;
import org.pris.contracts.Severity;
import org.pris.contracts.Tlp;
import org.pris.contracts.Trend;
import org.pris.platform.problem.Reason;
import org.pris.triage.Assessment;
import org.pris.triage.Case;
import org.pris.triage.Lifecycle;
import org.pris.triage.MergedPart;
import org.pris.triage.deadline.CaseDeadline;
import org.pris.triage.deadline.DeadlineView;
import org.pris.triage.lifecycle.AllowedAction;
import org.pris.triage.lifecycle.CaseTable;
import org.pris.triage.lifecycle.HoldReminder;

/**
 * Everything of a case, for who works on it.
 *
 * @param version to be sent with a command
 * @param revision counts the case's events
 * @param since when it got its status
 * @param holdOver on hold, though the day has passed
 * @param presumedReasons why the presumed severity is what it is
 * @param names of the accounts that this view names, by subject, as they are called now
 * @param restrictionPending the other services have not been told yet that the case is kept from
 *     somebody: until they are, they go by what they were told last
 * @param declared the newest version of each declaration, without its text
 */
record ResponderCase(
    @Schema(allowableValues = "RESPONDER") View view,
    UUID id,
    String reference,
    long version,
    long revision,
    boolean exercise,
    CaseStatus status,
    Instant since,
    @Nullable CaseStatus heldFrom,
    @Nullable Instant heldUntil,
    boolean holdOver,
    CaseSource source,
    @Nullable String declaration,
    String description,
    Instant discoveredAt,
    Instant openedAt,
    Instant changedAt,
    List<AffectedView> affected,
    Assessment assessment,
    IncidentType incidentType,
    Origin origin,
    @Nullable Severity severity,
    @Nullable Severity presumedSeverity,
    List<Reason> presumedReasons,
    Trend trend,
    boolean significant,
    PatientHarm patientHarm,
    CareMode careMode,
    Care care,
    @Nullable Campaign campaign,
    List<ResponderDeadline> deadlines,
    List<String> people,
    @Nullable String lead,
    int engagement,
    Lifecycle.@Nullable Mandate mandate,
    @Nullable UUID merging,
    @Nullable UUID mergedInto,
    @Nullable String mergedIntoReference,
    List<UUID> absorbed,
    Access access,
    boolean restrictionPending,
    Map<String, String> names,
    Tlp tlp,
    TaskProgress taskProgress,
    int openMandatoryTasks,
    long tasksRevision,
    List<DeclaredFacts> declared,
    List<AllowedAction> allowedActions)
    implements CaseView {

  /** An affected establishment and what decides on its clocks. */
  record AffectedView(@JsonUnwrapped Place place, RegulatoryProfile profile) {}

  /** A clock, and who said what of it. */
  record ResponderDeadline(
      @JsonUnwrapped DeadlineView clock,
      boolean partial,
      @Nullable String reason,
      @Nullable String by) {}

  static ResponderCase of(
      Case it, boolean restrictionPending, Map<String, String> names, Person reader, Instant now) {
    var lifecycle = it.lifecycle();
    var assessment = it.assessment();
    var merging = lifecycle.merging();
    return new ResponderCase(
        View.RESPONDER,
        it.id(),
        it.reference(),
        it.version(),
        it.revision(),
        it.exercise(),
        it.status(),
        lifecycle.since(),
        lifecycle.heldFrom(),
        lifecycle.heldUntil(),
        HoldReminder.isOver(it.status(), lifecycle.heldUntil(), now),
        it.opening().source(),
        it.opening().declaration(),
        it.opening().description(),
        it.opening().discoveredAt(),
        it.opening().openedAt(),
        it.changedAt(),
        it.affected().stream()
            .map(site -> new AffectedView(Place.of(site), site.profile()))
            .toList(),
        assessment,
        assessment.incidentType(),
        assessment.origin(),
        assessment.severity(),
        assessment.isQualified() ? null : assessment.presumed(),
        assessment.isQualified() ? List.of() : it.presumption().reasons(),
        assessment.trend(),
        assessment.significant(),
        it.care().patientHarm(),
        it.care().careMode(),
        it.care(),
        null,
        it.deadlines().stream().map(clock -> deadline(clock, it.status(), now)).toList(),
        it.team().people(),
        it.team().lead(),
        lifecycle.engagement(),
        lifecycle.mandate(),
        merging == null ? null : merging.into(),
        lifecycle.mergedInto(),
        lifecycle.mergedIntoReference(),
        lifecycle.absorbed().stream().map(MergedPart::id).toList(),
        it.access(),
        restrictionPending,
        names,
        Tlp.AMBER,
        TaskProgress.of(it.tasks()),
        it.tasks().openMandatory(),
        it.tasks().revision(),
        it.declared(),
        CaseTable.allowedActions(it, reader));
  }

  private static ResponderDeadline deadline(CaseDeadline it, CaseStatus status, Instant now) {
    return new ResponderDeadline(
        DeadlineView.of(it.deadline(), status, now), it.partial(), it.reason(), it.by());
  }
}
