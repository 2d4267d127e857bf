package org.pris.triage.lifecycle;

import static org.pris.triage.lifecycle.CaseRule.isBlank;
import static org.pris.triage.lifecycle.CaseRule.one;
import static org.pris.triage.lifecycle.CaseRule.rule;
import static org.pris.triage.lifecycle.CaseRule.waivable;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pris.contracts.CareMode;
import org.pris.contracts.Phase;
import org.pris.contracts.Progress.PhaseProgress;
import org.pris.contracts.Severity;
import org.pris.platform.problem.Reason;
import org.pris.triage.command.CaseCommand.Close;
import org.pris.triage.deadline.CaseDeadline;

/** What the way from the engagement to the end asks: monitoring, reporting, closing. */
final class ClosingGuards {

  private static final Set<Phase> BEFORE_MONITORING =
      EnumSet.of(Phase.CONTAINMENT, Phase.EVICTION, Phase.ERADICATION);

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
      waivable(
          "no mandatory task of containment, eviction, eradication open", ClosingGuards::phases);

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
                          Map.of(
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

  /** Who may close without being a lead. */
  static final CaseRule AT_MOST_MINOR =
      rule(
          "severity at most MINOR",
          it ->
              one(
                  it.theCase().assessment().weight().atLeast(Severity.MAJOR),
                  new Reason("LEAD_NEEDED_ABOVE_MINOR")));

  private ClosingGuards() {}

  private static List<Reason> phases(TransitionAttempt attempt) {
    return attempt.theCase().tasks().phases().stream()
        .filter(it -> BEFORE_MONITORING.contains(it.phase()) && it.openMandatory() > 0)
        .sorted(Comparator.comparing(PhaseProgress::phase))
        .map(it ->
            new Reason(
                "MANDATORY_TASKS_OPEN", Map.of("phase", it.phase(), "count", it.openMandatory())))
        .toList();
  }
}
