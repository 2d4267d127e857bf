package org.pris.triage.view;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access.View;
import org.pris.contracts.Campaign;
import org.pris.contracts.CareMode;
import org.pris.contracts.CaseState;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Deadline;
import org.pris.contracts.DeadlineKind;
import org.pris.contracts.IncidentType;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Progress;
import org.pris.contracts.Severity;
import org.pris.contracts.Trend;
import org.pris.triage.deadline.DeadlineView;
import org.pris.triage.lifecycle.HoldReminder;

/**
 * A case on the board, made from its public state alone: from a list and from the live stream
 * alike.
 *
 * @param revision of the case, {@code tasksRevision} of its plan: a reader keeps the highest of
 *     each
 * @param clocks of an open case, not settled and not informative, nearest first; which is the
 *     loudest depends on the hour at which it is looked at
 * @param taskProgress null where the tasks are told apart from the case
 */
public record ResponderCard(
    @Schema(allowableValues = "RESPONDER") View view,
    UUID id,
    long revision,
    String reference,
    boolean exercise,
    CaseStatus status,
    @Nullable CaseStatus heldFrom,
    @Nullable Instant heldUntil,
    boolean holdOver,
    List<Place> affected,
    IncidentType incidentType,
    @Nullable Severity severity,
    @Nullable Severity presumedSeverity,
    Trend trend,
    PatientHarm patientHarm,
    CareMode careMode,
    boolean significant,
    @Nullable Campaign campaign,
    List<DeadlineView> clocks,
    List<String> people,
    @Nullable String lead,
    boolean restricted,
    Instant openedAt,
    Instant changedAt,
    @Nullable TaskProgress taskProgress,
    int openMandatoryTasks,
    long tasksRevision)
    implements ListedCase {

  private static final Comparator<Deadline> NEAREST =
      Comparator.comparing(
          Deadline::dueAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()));

  public static ResponderCard of(CaseState it, @Nullable Progress tasks, Instant now) {
    return new ResponderCard(
        View.RESPONDER,
        it.id(),
        it.revision(),
        it.reference(),
        it.exercise(),
        it.status(),
        it.heldFrom(),
        it.heldUntil(),
        HoldReminder.isOver(it.status(), it.heldUntil(), now),
        it.affected().stream().map(Place::of).toList(),
        it.incidentType(),
        it.severity(),
        it.presumedSeverity(),
        it.trend(),
        it.care().patientHarm(),
        it.care().careMode(),
        it.significant(),
        it.campaign(),
        clocks(it, now),
        it.people(),
        it.lead(),
        it.access().restricted(),
        it.openedAt(),
        it.changedAt(),
        tasks == null ? null : TaskProgress.of(tasks),
        tasks == null ? 0 : tasks.openMandatory(),
        tasks == null ? 0 : tasks.revision());
  }

  private static List<DeadlineView> clocks(CaseState it, Instant now) {
    if (!it.status().isOpen()) {
      return List.of();
    }
    return it.deadlines().stream()
        .filter(clock -> !clock.status().isSettled() && clock.kind() != DeadlineKind.INFORMATIVE)
        .sorted(NEAREST)
        .map(clock -> DeadlineView.of(clock, it.status(), now))
        .toList();
  }
}
