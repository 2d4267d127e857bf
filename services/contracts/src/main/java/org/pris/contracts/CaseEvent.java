package org.pris.contracts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What triage says, on {@code pris.cases}: what happened, and the whole case after it. */
public sealed interface CaseEvent {

  CaseState theCase();

  @JsonTypeName("case.opened.v1")
  record CaseOpened(
      CaseState theCase,
      CaseSource source,
      @Nullable String declaration,
      Instant discoveredAt,
      @Personal String description)
      implements CaseEvent {}

  @JsonTypeName("case.taken.v1")
  record CaseTaken(CaseState theCase) implements CaseEvent {}

  @JsonTypeName("case.qualified.v1")
  record CaseQualified(
      CaseState theCase,
      Severity severity,
      Severity proposed,
      Scope scope,
      Level impact,
      Level urgency,
      Answer personalData,
      @Personal @Nullable String reason)
      implements CaseEvent {}

  @JsonTypeName("case.rejected.v1")
  record CaseRejected(CaseState theCase, RejectionReason reason, @Personal String comment)
      implements CaseEvent {}

  /** Why a case is not one, after MISP's incident-disposition. */
  enum RejectionReason {
    NOT_AN_INCIDENT,
    OUT_OF_SCOPE,
    TEST,
    INSUFFICIENT_DATA,
    FALSE_ALARM,
    OTHER
  }

  @JsonTypeName("case.merged.v1")
  record CaseMerged(CaseState theCase, UUID into, String intoReference) implements CaseEvent {}

  /** Of the target of a merge. */
  @JsonTypeName("case.absorbed.v1")
  record CaseAbsorbed(CaseState theCase, UUID source, String sourceReference)
      implements CaseEvent {}

  @JsonTypeName("case.unmerged.v1")
  record CaseUnmerged(CaseState theCase, @Personal String reason) implements CaseEvent {}

  @JsonTypeName("case.redirected.v1")
  record CaseRedirected(CaseState theCase, @Personal String recipient) implements CaseEvent {}

  @JsonTypeName("case.engaged.v1")
  record CaseEngaged(
      CaseState theCase,
      IncidentType incidentType,
      int engagement,
      @Nullable String agreement,
      boolean emergency,
      @Personal @Nullable String emergencyScope)
      implements CaseEvent {}

  @JsonTypeName("case.advised.v1")
  record CaseAdvised(CaseState theCase, @Personal String advice) implements CaseEvent {}

  @JsonTypeName("case.escalated.v1")
  record CaseEscalated(CaseState theCase, @Personal String reason) implements CaseEvent {}

  @JsonTypeName("case.monitored.v1")
  record CaseMonitored(CaseState theCase, @Personal @Nullable String waiver) implements CaseEvent {}

  @JsonTypeName("case.disengaged.v1")
  record CaseDisengaged(CaseState theCase, DisengagementReason reason, @Personal String handover)
      implements CaseEvent {}

  /** Why PRIS steps back to advice. */
  enum DisengagementReason {
    FALSE_ALARM,
    INSURER_PROVIDER,
    ANSSI_TAKES_OVER,
    DIRECTOR_DECLINES,
    OTHER
  }

  @JsonTypeName("case.relapsed.v1")
  record CaseRelapsed(CaseState theCase, @Personal String reason) implements CaseEvent {}

  @JsonTypeName("case.reported.v1")
  record CaseReported(CaseState theCase, @Personal @Nullable String waiver) implements CaseEvent {}

  @JsonTypeName("case.closed.v1")
  record CaseClosed(
      CaseState theCase,
      RootCause rootCause,
      @Personal @Nullable String summary,
      @Personal @Nullable String lessons,
      @Personal @Nullable String lessonsRefused)
      implements CaseEvent {}

  /** Root causes of MISP's taxonomy nis2, and unknown. */
  enum RootCause {
    MALICIOUS_ACTION,
    SYSTEM_FAILURE,
    HUMAN_ERROR,
    NATURAL_PHENOMENON,
    THIRD_PARTY_FAILURE,
    UNKNOWN
  }

  @JsonTypeName("case.held.v1")
  record CaseHeld(CaseState theCase, @Personal String reason, Instant until) implements CaseEvent {}

  @JsonTypeName("case.resumed.v1")
  record CaseResumed(CaseState theCase) implements CaseEvent {}

  /** The day until which the case was held has passed, and nobody has resumed it. */
  @JsonTypeName("case.hold-over.v1")
  record CaseHoldOver(CaseState theCase, Instant until) implements CaseEvent {}

  /**
   * By a person, or without an actor because news of it came in: the reason then names the
   * declaration.
   */
  @JsonTypeName("case.reopened.v1")
  record CaseReopened(CaseState theCase, @Personal String reason) implements CaseEvent {}

  /** A declaration of the case was completed: what is presumed, and its clocks, may be others. */
  @JsonTypeName("case.complemented.v1")
  record CaseComplemented(CaseState theCase, String declaration, long declarationVersion)
      implements CaseEvent {}

  /** The reason says why patient harm or the mode of care fell. */
  @JsonTypeName("case.care-changed.v1")
  record CaseCareChanged(CaseState theCase, @Personal @Nullable String reason)
      implements CaseEvent {

    public CaseCareChanged(CaseState theCase) {
      this(theCase, null);
    }
  }

  @JsonTypeName("case.assigned.v1")
  record CaseAssigned(CaseState theCase, List<String> people, @Nullable String lead)
      implements CaseEvent {}

  @JsonTypeName("case.affected.v1")
  record CaseAffected(CaseState theCase, Affected added) implements CaseEvent {}

  /** Never dead-lettered: who may see a case must not be lost. */
  @JsonTypeName("case.access-changed.v1")
  record CaseAccessChanged(CaseState theCase, @Personal String reason) implements CaseEvent {}

  @JsonTypeName("case.deadline-changed.v1")
  record CaseDeadlineChanged(
      CaseState theCase, Deadline deadline, @Personal @Nullable String reason)
      implements CaseEvent {}
}
