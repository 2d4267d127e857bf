package org.pris.triage.lifecycle;

import static org.pris.triage.lifecycle.CaseRule.isBlank;
import static org.pris.triage.lifecycle.CaseRule.one;
import static org.pris.triage.lifecycle.CaseRule.rule;
import static org.pris.triage.lifecycle.CaseRule.waivable;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pris.contracts.CareMode;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Phase;
import org.pris.contracts.Progress.PhaseProgress;
import org.pris.contracts.Severity;
import org.pris.platform.problem.Reason;
import org.pris.triage.Case;
import org.pris.triage.Team;
import org.pris.triage.command.CaseCommand.Close;
import org.pris.triage.command.CaseCommand.Engage;
import org.pris.triage.command.CaseCommand.Qualify;
import org.pris.triage.command.CaseCommand.Redirect;
import org.pris.triage.deadline.CaseDeadline;

/** The rules that the table of states names. */
final class Guards {

  private static final Set<Phase> BEFORE_MONITORING =
      EnumSet.of(Phase.CONTAINMENT, Phase.EVICTION, Phase.ERADICATION);

  /** Between the first and the last step of a merge nothing else happens to its source. */
  static final CaseRule NOT_MERGING =
      rule(
          "no merge under way",
          it -> one(it.theCase().lifecycle().merging() != null, new Reason("MERGE_UNDER_WAY")));

  static final CaseRule LOWER_SEVERITY_REASONED =
      rule("what falls, or is below the proposal, has a reason", Guards::lowerSeverity);

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
      rule("the lead of a restricted case is among its people", Guards::leadAdmitted);

  static final CaseRule LAID_OUT =
      waivable(
          "the tasks of this engagement are known",
          it ->
              one(
                  !it.theCase()
                      .tasks()
                      .engagements()
                      .contains(it.theCase().lifecycle().engagement()),
                  new Reason("TASKS_NOT_LAID_OUT")));

  static final CaseRule ATTACKER_OUT =
      waivable("no mandatory task of containment, eviction, eradication open", Guards::phases);

  static final CaseRule CARE_RESTORED =
      waivable(
          "degraded care lifted",
          it -> {
            var mode = it.theCase().care().careMode();
            return one(
                mode == CareMode.DEGRADED || mode == CareMode.INTERRUPTED,
                new Reason("CARE_STILL_DEGRADED", "careMode", mode));
          });

  static final CaseRule LESSONS =
      rule(
          "lessons given or refused with a reason",
          it ->
              one(
                  it.command() instanceof Close how
                      && isBlank(how.lessons())
                      && isBlank(how.lessonsRefused()),
                  new Reason("LESSONS_OR_REFUSAL_NEEDED")));

  static final CaseRule CLOCKS_SETTLED =
      rule(
          "each legal deadline settled",
          it ->
              it.theCase().deadlines().stream()
                  .filter(CaseDeadline::blocksClosing)
                  .map(clock ->
                      new Reason(
                          "LEGAL_DEADLINE_OPEN",
                          java.util.Map.of(
                              "establishment", clock.deadline().establishment(),
                              "regime", clock.deadline().regime(),
                              "status", clock.status())))
                  .toList());

  static final CaseRule TASKS_DONE =
      rule(
          "no mandatory task open",
          it ->
              one(
                  it.theCase().tasks().openMandatory() > 0,
                  new Reason(
                      "MANDATORY_TASKS_OPEN", "count", it.theCase().tasks().openMandatory())));

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

  /** Who may close without being a lead. */
  static final CaseRule AT_MOST_MINOR =
      rule(
          "severity at most MINOR",
          it ->
              one(
                  it.theCase().assessment().weight().atLeast(Severity.MAJOR),
                  new Reason("LEAD_NEEDED_ABOVE_MINOR")));

  private Guards() {}

  static CaseRule visited(CaseStatus status) {
    return rule(
        "it had been " + status,
        it ->
            one(
                !it.theCase().lifecycle().visitedStatuses().contains(status),
                new Reason("NEVER_BEEN", "status", status)));
  }

  private static List<Reason> leadAdmitted(TransitionAttempt attempt) {
    if (!(attempt.command() instanceof Engage on)) {
      return List.of();
    }
    var team = attempt.theCase().team();
    var lead = on.lead() == null ? team.lead() : on.lead();
    return new Team(List.of(), lead).outside(attempt.theCase().access());
  }

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

  private static List<Reason> phases(TransitionAttempt attempt) {
    return attempt.theCase().tasks().phases().stream()
        .filter(it -> BEFORE_MONITORING.contains(it.phase()) && it.openMandatory() > 0)
        .sorted(Comparator.comparing(PhaseProgress::phase))
        .map(it ->
            new Reason(
                "MANDATORY_TASKS_OPEN",
                java.util.Map.of("phase", it.phase(), "count", it.openMandatory())))
        .toList();
  }
}
