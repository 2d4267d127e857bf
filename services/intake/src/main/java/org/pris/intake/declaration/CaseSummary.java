package org.pris.intake.declaration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access;
import org.pris.contracts.CaseState;
import org.pris.contracts.CaseStatus;

/**
 * What a declaration knows of its case, as triage told last. Without an {@code access} triage has
 * said nothing yet.
 *
 * @param revision of the case event it is from; 0 before the first
 * @param lead subject
 */
record CaseSummary(
    long revision,
    @Nullable UUID caseId,
    @Nullable String reference,
    @Nullable CaseStatus status,
    @Nullable UUID mergedInto,
    @Nullable String lead,
    @Nullable Access access) {

  static final CaseSummary UNHEARD = new CaseSummary(0, null, null, null, null, null, null);

  static CaseSummary of(CaseState state) {
    return new CaseSummary(
        state.revision(),
        state.id(),
        state.reference(),
        state.status(),
        state.mergedInto(),
        state.lead(),
        state.access());
  }
}
