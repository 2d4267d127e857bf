package org.pris.triage.lifecycle;

import static org.pris.triage.lifecycle.CaseRule.isBlank;
import static org.pris.triage.lifecycle.CaseRule.one;
import static org.pris.triage.lifecycle.CaseRule.rule;

import java.util.List;
import java.util.stream.Stream;
import org.pris.platform.problem.Reason;
import org.pris.triage.Case;
import org.pris.triage.command.CaseCommand.Qualify;

/** What qualifying a case asks. */
final class QualificationGuards {

  static final CaseRule LOWER_SEVERITY_REASONED =
      rule(
          "what falls, or is below the proposal, has a reason", QualificationGuards::lowerSeverity);

  private QualificationGuards() {}

  private static List<Reason> lowerSeverity(TransitionAttempt attempt) {
    if (!(attempt.command() instanceof Qualify as)) {
      return List.of();
    }
    var proposed = Transitions.proposal(attempt.theCase(), as);
    var below =
        one(
            !as.severity().atLeast(proposed.severity()) && isBlank(as.reason()),
            new Reason("LOWER_SEVERITY_NEEDS_REASON", "proposed", proposed.severity()));
    var severity =
        below.isEmpty()
            ? FallRules.severity(
                attempt.theCase().assessment().severity(), as.severity(), as.reason())
            : below;
    return Stream.of(severity, careFalls(attempt.theCase(), as)).flatMap(List::stream).toList();
  }

  /** What a responder has said before; a declaration's first words may be judged otherwise. */
  private static List<Reason> careFalls(Case it, Qualify as) {
    return it.care().at() == null
        ? List.of()
        : FallRules.care(it.care(), as.patientHarm(), as.careMode(), as.reason());
  }
}
