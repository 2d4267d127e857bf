package org.pris.triage.view;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access.View;
import org.pris.contracts.Campaign;
import org.pris.contracts.Care;
import org.pris.contracts.CaseState;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Deadline;
import org.pris.contracts.DeadlineKind;
import org.pris.contracts.DeadlineStatus;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Severity;
import org.pris.contracts.Tlp;
import org.pris.contracts.Trend;
import org.pris.triage.SortKeys;
import org.pris.triage.deadline.DeadlineView;

/**
 * What a health agency sees: codes and numbers; no text, no person, no legal clock but CERT
 * Santé's.
 */
public record AuthorityCase(
    @Schema(allowableValues = "AUTHORITY") View view,
    UUID id,
    long revision,
    String reference,
    boolean exercise,
    CaseStatus status,
    List<Place> affected,
    @Nullable Severity severity,
    @Nullable Severity presumedSeverity,
    Trend trend,
    PatientHarm patientHarm,
    Care care,
    boolean significant,
    @Nullable Campaign campaign,
    List<AuthorityClock> deadlines,
    Tlp tlp,
    Instant openedAt,
    Instant changedAt)
    implements CaseView, ListedCase {

  /**
   * One clock, without the reference of its receipt, which may hold any text.
   *
   * @param withoutDelay the law gives no hour: {@code dueAt} is an aim, never "missed"
   * @param overdue past {@code dueAt} and not settled, at the moment of the answer
   */
  record AuthorityClock(
      String establishment,
      String regime,
      DeadlineKind kind,
      boolean withoutDelay,
      DeadlineStatus status,
      @Nullable Instant t0,
      int t0Revision,
      @Nullable Instant dueAt,
      @Nullable Instant at,
      boolean overdue) {

    public static AuthorityClock of(Deadline it, CaseStatus status, Instant now) {
      return new AuthorityClock(
          it.establishment(),
          it.regime(),
          it.kind(),
          it.withoutDelay(),
          it.status(),
          it.t0(),
          it.t0Revision(),
          it.dueAt(),
          it.at(),
          DeadlineView.isOverdue(it, status, now));
    }
  }

  public static AuthorityCase of(CaseState it, Instant now) {
    return new AuthorityCase(
        View.AUTHORITY,
        it.id(),
        it.revision(),
        it.reference(),
        it.exercise(),
        it.status(),
        it.affected().stream().map(Place::of).toList(),
        it.severity(),
        it.presumedSeverity(),
        it.trend(),
        it.care().patientHarm(),
        it.care(),
        it.significant(),
        it.campaign(),
        it.deadlines().stream()
            .filter(clock -> clock.regime().equals(SortKeys.AUTHORITY_REGIME))
            .map(clock -> AuthorityClock.of(clock, it.status(), now))
            .toList(),
        it.tlp(),
        it.openedAt(),
        it.changedAt());
  }
}
