package org.pris.triage.lifecycle;

import java.time.Instant;
import java.util.List;
import org.pris.contracts.Severity;
import org.pris.platform.problem.Reason;
import org.pris.triage.Case;
import org.pris.triage.command.QualificationDraft;
import org.pris.triage.deadline.DeadlineView;
import org.pris.triage.deadline.Deadlines;

/**
 * What a qualification would lead to, before it is sent.
 *
 * @param proposed severity by the rules; a lower choice needs a reason
 * @param reasons for the proposal
 * @param deadlines as they would stand
 */
public record QualificationPreview(
    Severity proposed, List<Reason> reasons, List<DeadlineView> deadlines) {

  public static QualificationPreview of(
      Case it, QualificationDraft draft, Instant now, Deadlines rules) {
    var type = it.assessment().incidentType();
    var proposal = Transitions.proposal(it, draft.command(Severity.ANOMALY, type));
    var command = draft.command(proposal.severity(), type);
    var after = Transitions.qualified(it, command, now).recalculated(rules);
    return new QualificationPreview(
        proposal.severity(),
        proposal.reasons(),
        after.deadlines().stream()
            .map(clock -> DeadlineView.of(clock.deadline(), after.status(), now))
            .toList());
  }
}
