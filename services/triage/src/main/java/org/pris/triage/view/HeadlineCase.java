package org.pris.triage.view;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access.View;
import org.pris.triage.Case;

/** Reference and lead alone: what a lead sees of a restricted case of others. */
record HeadlineCase(
    @Schema(allowableValues = "HEADLINE") View view,
    UUID id,
    String reference,
    @Nullable String lead,
    boolean exercise)
    implements CaseView, ListedCase {

  static HeadlineCase of(Case it) {
    return new HeadlineCase(
        View.HEADLINE, it.id(), it.reference(), it.team().lead(), it.exercise());
  }
}
