package org.pris.triage;

import java.time.Instant;
import java.util.List;
import org.pris.contracts.Severity;
import org.pris.platform.problem.Reason;

/**
 * What a qualification would lead to, before it is sent.
 *
 * @param proposed severity by the rules; a lower choice needs a reason
 * @param reasons for the proposal
 * @param deadlines as they would stand
 */
record QualificationPreview(Severity proposed, List<Reason> reasons, List<DeadlineView> deadlines) {

  static QualificationPreview of(Case it, QualificationDraft draft, Instant now, Deadlines rules) {
    var type = it.assessment().incidentType();
    var proposal = Transitions.proposal(it, draft.command(Severity.ANOMALY, type));
    var command = draft.command(proposal.severity(), type);
    var after = Transitions.qualified(it, command, now).settled(rules);
    return new QualificationPreview(
        proposal.severity(),
        proposal.reasons(),
        after.deadlines().stream()
            .map(clock -> DeadlineView.of(clock.deadline(), after.status(), now))
            .toList());
  }
}
