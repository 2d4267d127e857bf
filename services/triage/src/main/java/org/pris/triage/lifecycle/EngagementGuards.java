package org.pris.triage.lifecycle;

import static org.pris.triage.lifecycle.CaseRule.isBlank;
import static org.pris.triage.lifecycle.CaseRule.one;
import static org.pris.triage.lifecycle.CaseRule.rule;

import java.util.List;
import org.pris.contracts.Severity;
import org.pris.platform.problem.Reason;
import org.pris.triage.Team;
import org.pris.triage.command.CaseCommand.Engage;

/** What taking on a case asks. */
final class EngagementGuards {

  static final CaseRule MANDATED =
      rule(
          "agreement or emergency authorisation",
          it ->
              one(
                  it.command() instanceof Engage on
                      && isBlank(on.agreement())
                      && on.emergencyAuthorisation() == null,
                  new Reason("AGREEMENT_OR_EMERGENCY_AUTHORISATION_NEEDED")));

  static final CaseRule LED =
      rule(
          "a lead assigned",
          it ->
              one(
                  it.command() instanceof Engage on
                      && on.lead() == null
                      && it.theCase().team().lead() == null,
                  new Reason("LEAD_NEEDED")));

  /** The same as for assignees. */
  static final CaseRule LEAD_ADMITTED =
      rule("the lead of a restricted case is among its people", EngagementGuards::leadAdmitted);

  /** Who may engage without being a lead. */
  static final CaseRule EMERGENCY =
      rule(
          "emergency authorisation and severity at least MAJOR",
          it -> {
            var severity = it.theCase().assessment().severity();
            var urgent = severity != null && severity.atLeast(Severity.MAJOR);
            var authorised =
                !(it.command() instanceof Engage on) || on.emergencyAuthorisation() != null;
            return one(!urgent || !authorised, new Reason("LEAD_OR_EMERGENCY_NEEDED"));
          });

  private EngagementGuards() {}

  private static List<Reason> leadAdmitted(TransitionAttempt attempt) {
    if (!(attempt.command() instanceof Engage on)) {
      return List.of();
    }
    var team = attempt.theCase().team();
    var lead = on.lead() == null ? team.lead() : on.lead();
    return new Team(List.of(), lead).outside(attempt.theCase().access());
  }
}
