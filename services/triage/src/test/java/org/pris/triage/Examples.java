package org.pris.triage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Care;
import org.pris.contracts.CareMode;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.DeadlineStatus;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Person;
import org.pris.contracts.Phase;
import org.pris.contracts.Progress;
import org.pris.contracts.Progress.PhaseProgress;
import org.pris.contracts.Role;
import org.pris.contracts.Severity;
import org.pris.triage.command.CaseCommand.Qualify;
import org.pris.triage.command.QualificationDraft;
import org.pris.triage.deadline.CaseDeadline;
import org.pris.triage.deadline.Deadlines;
import org.pris.triage.deadline.Regimes;
import org.pris.triage.lifecycle.Transitions;
import org.springframework.core.io.ClassPathResource;

/** Cases and people that rule tests start from. */
public final class Examples {

  public static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  static final Regimes REGIMES = new Regimes(new ClassPathResource("regimes.yml"));

  public static final Deadlines RULES = new Deadlines(REGIMES);

  public static final Person RESPONDER = person("responder1", Role.RESPONDER);

  public static final Person LEAD = person("lead1", Role.LEAD);

  private Examples() {}

  public static Person person(String username, Role... roles) {
    return new Person(username, username, username, java.util.Set.of(roles), java.util.Set.of());
  }

  public static Case received() {
    return received(UUID.randomUUID());
  }

  public static Case received(UUID id) {
    return CaseFactory.declared(Facts.ransomware(id, "990000010"), "PRIS-2026-000017", NOW, RULES);
  }

  /** Qualified, of a given severity, with nothing in the way of any transition. */
  public static Case at(CaseStatus status, Severity severity) {
    return at(status, null, severity);
  }

  public static Case held(CaseStatus from, Severity severity) {
    return at(CaseStatus.ON_HOLD, from, severity);
  }

  private static Case at(CaseStatus status, @Nullable CaseStatus heldFrom, Severity severity) {
    var theCase = Transitions.qualified(received(), qualify(severity), NOW).recalculated(RULES);
    var visited =
        new ArrayList<>(List.of(CaseStatus.RECEIVED, CaseStatus.ENGAGED, CaseStatus.REPORTING));
    visited.add(status);
    var lifecycle =
        new Lifecycle(
            status,
            NOW,
            heldFrom,
            heldFrom == null ? null : NOW,
            null,
            visited,
            1,
            null,
            null,
            null,
            null,
            List.of());
    return unobstructed(theCase.with(lifecycle));
  }

  public static Qualify qualify(Severity severity) {
    return new QualificationDraft(
            severity,
            org.pris.contracts.Scope.CONTAINED,
            org.pris.contracts.Level.LOW,
            org.pris.contracts.Level.LOW,
            org.pris.contracts.Origin.MALICIOUS,
            PatientHarm.NONE,
            CareMode.NORMAL,
            org.pris.contracts.Answer.NO,
            false)
        .command(severity, org.pris.contracts.IncidentType.RANSOMWARE);
  }

  private static Case unobstructed(Case theCase) {
    var settled =
        theCase.deadlines().stream()
            .map(it ->
                new CaseDeadline(
                    Deadlines.settled(it.deadline(), DeadlineStatus.NOT_APPLICABLE, null, null),
                    false,
                    "example",
                    "responder1"))
            .toList();
    return withTasks(theCase.withDeadlines(settled), progress(1, 0));
  }

  public static Progress progress(int engagement, int openInContainment) {
    return new Progress(
        1,
        List.of(engagement),
        List.of(new PhaseProgress(Phase.CONTAINMENT, 3, 3 - openInContainment, openInContainment)),
        openInContainment,
        0);
  }

  public static Case withTasks(Case it, Progress tasks) {
    return new Case(
        it.id(),
        it.lock(),
        it.revision(),
        it.version(),
        it.reference(),
        it.exercise(),
        it.opening(),
        it.declared(),
        it.affected(),
        it.lifecycle(),
        it.assessment(),
        it.care(),
        it.deadlines(),
        it.team(),
        it.access(),
        tasks,
        it.sortKeys(),
        it.changedAt());
  }

  public static Case withCare(Case it, CareMode mode) {
    return it.with(new Care(PatientHarm.NONE, mode, null, null, null, List.of(), NOW));
  }
}
