package org.pris.triage.lifecycle;

import static org.pris.triage.lifecycle.CaseRule.one;
import static org.pris.triage.lifecycle.CaseRule.rule;

import org.pris.contracts.CaseStatus;
import org.pris.platform.problem.Reason;
import org.pris.triage.command.CaseCommand.Redirect;

/** The rules that the table of states names for any case, for a merge and for handing one over. */
final class Guards {

  /** Between the first and the last step of a merge nothing else happens to its source. */
  static final CaseRule NOT_MERGING =
      rule(
          "no merge under way",
          it -> one(it.theCase().lifecycle().merging() != null, new Reason("MERGE_UNDER_WAY")));

  static final CaseRule MERGEABLE =
      rule(
          "target open, of the same legal entity, seen by the same people; both or neither an"
              + " exercise",
          MergeRules::refusals);

  static final CaseRule PARTABLE = rule("target not merged itself", MergeRules::partingRefusals);

  static final CaseRule TAKEN_OVER =
      rule(
          "accepted, or the call logged",
          it ->
              one(
                  it.command() instanceof Redirect to && to.accepted() == null && to.call() == null,
                  new Reason("ACCEPTANCE_OR_CALL_NEEDED")));

  private Guards() {}

  static CaseRule visited(CaseStatus status) {
    return rule(
        "it had been " + status,
        it ->
            one(
                !it.theCase().lifecycle().visitedStatuses().contains(status),
                new Reason("NEVER_BEEN", "status", status)));
  }
}
