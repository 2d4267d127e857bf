package org.pris.triage.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.triage.lifecycle.Moves.attempt;
import static org.pris.triage.lifecycle.Moves.refusals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.RegulatoryProfile;
import org.pris.contracts.Role;
import org.pris.contracts.Severity;
import org.pris.platform.problem.Reason;
import org.pris.triage.AffectedSite;
import org.pris.triage.Case;
import org.pris.triage.Examples;
import org.pris.triage.Facts;
import org.pris.triage.Lifecycle;
import org.pris.triage.command.CaseAction;
import org.pris.triage.command.CaseCommand.Merge;
import org.pris.triage.command.CaseCommand.Take;
import org.pris.triage.command.CaseCommand.Unmerge;

@DisplayName("The table of a case")
class MergeRulesTest {

  @Test
  @DisplayName("refuses everything between the first and the last step of a merge")
  void merging() {
    var source = Examples.at(CaseStatus.RECEIVED, Severity.MINOR);
    var under =
        new Lifecycle.Merging(
            source.id(), Examples.NOW, Transitions.actor(Examples.RESPONDER), null);
    var attempt =
        attempt(source.with(source.lifecycle().merging(under)), new Take(1L), Role.RESPONDER);

    assertThat(refusals(attempt)).extracting(Reason::code).containsExactly("MERGE_UNDER_WAY");
  }

  @Test
  @DisplayName("parts two cases from the end of their chain")
  void chain() {
    var target = Examples.received();
    var source = Examples.received();
    var merged = source.with(source.lifecycle().merged(target, Examples.NOW));
    var gone = target.with(target.lifecycle().merged(Examples.received(), Examples.NOW));
    var undo = new Unmerge(1L, "Another cause");

    assertThat(
            refusals(new TransitionAttempt(merged, CaseAction.UNMERGE, undo, Examples.LEAD, gone)))
        .containsExactly(new Reason("TARGET_NOT_OPEN", "status", CaseStatus.MERGED));
  }

  @Test
  @DisplayName("merges neither into itself, nor into another legal entity, nor into what ended")
  void merge() {
    var source = Examples.received();
    var other =
        Examples.received()
            .withAffected(
                List.of(
                    AffectedSite.of(
                        Facts.establishment("990000028", "990000999"),
                        RegulatoryProfile.UNKNOWN,
                        Examples.NOW,
                        Examples.NOW)));
    var ended = Examples.at(CaseStatus.CLOSED, Severity.MINOR);

    assertThat(refusals(merging(source, source))).containsExactly(new Reason("MERGE_INTO_ITSELF"));
    assertThat(refusals(merging(source, other))).containsExactly(new Reason("OTHER_LEGAL_ENTITY"));
    assertThat(refusals(merging(source, ended)))
        .containsExactly(new Reason("TARGET_NOT_OPEN", "status", CaseStatus.CLOSED));
  }

  private static TransitionAttempt merging(Case source, Case target) {
    return new TransitionAttempt(
        source, CaseAction.MERGE, new Merge(1L, target.id(), true), Examples.RESPONDER, target);
  }
}
