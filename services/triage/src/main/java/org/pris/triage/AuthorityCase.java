package org.pris.triage;

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
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Severity;
import org.pris.contracts.Tlp;
import org.pris.contracts.Trend;

/**
 * What a health agency sees: codes and numbers; no text, no person, no legal clock but CERT
 * Santé's.
 */
record AuthorityCase(
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
    List<DeadlineView> deadlines,
    Tlp tlp,
    Instant openedAt,
    Instant changedAt)
    implements CaseView, ListedCase {

  static AuthorityCase of(CaseState it, Instant now) {
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
            .filter(clock -> clock.regime().equals(Ranks.AUTHORITY_REGIME))
            .map(clock -> DeadlineView.of(clock, now))
            .toList(),
        it.tlp(),
        it.openedAt(),
        it.changedAt());
  }
}
