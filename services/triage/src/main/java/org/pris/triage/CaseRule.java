package org.pris.triage;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pris.contracts.CareMode;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Phase;
import org.pris.contracts.Progress.PhaseProgress;
import org.pris.contracts.Severity;
import org.pris.platform.Reason;
import org.pris.triage.CaseCommand.Close;
import org.pris.triage.CaseCommand.Engage;
import org.pris.triage.CaseCommand.Merge;
import org.pris.triage.CaseCommand.Monitor;
import org.pris.triage.CaseCommand.Qualify;
import org.pris.triage.CaseCommand.Redirect;
import org.pris.triage.CaseCommand.Report;

/**
 * A condition of a transition: the reasons why it is not met, as codes that the reader's language
 * words. A rule decides on what triage has heard.
 *
 * @param name for the diagram
 * @param waivable whether a person may go on in spite of it, with a reason
 */
record CaseRule(String name, boolean waivable, Function<Attempt, List<Reason>> unmet) {

  private static final Set<Phase> BEFORE_MONITORING =
      EnumSet.of(Phase.CONTAINMENT, Phase.EVICTION, Phase.ERADICATION);

  /** Between the first and the last step of a merge nothing else happens to its source. */
  static final CaseRule NOT_MERGING =
      rule(
          "no merge under way",
          it -> one(it.theCase().course().merging() != null, new Reason("MERGE_UNDER_WAY")));

  static final CaseRule LOWER_SEVERITY_REASONED =
      rule("a severity below the proposal has a reason", CaseRule::lowerSeverity);

  static final CaseRule MERGEABLE =
      rule("target open, of the same legal entity", CaseRule::mergeable);

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
                      && isBlank(on.lead())
                      && it.theCase().team().lead() == null,
                  new Reason("LEAD_NEEDED")));

  static final CaseRule LAID_OUT =
      waivable(
          "the tasks of this engagement are known",
          it ->
              one(
                  !it.theCase().tasks().engagements().contains(it.theCase().course().engagement()),
                  new Reason("TASKS_NOT_LAID_OUT")));

  static final CaseRule ATTACKER_OUT =
      waivable("no mandatory task of containment, eviction, eradication open", CaseRule::phases);

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
                  .filter(WatchedDeadline::blocksClosing)
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

  static CaseRule been(CaseStatus status) {
    return rule(
        "it had been " + status,
        it ->
            one(
                !it.theCase().course().been().contains(status),
                new Reason("NEVER_BEEN", "status", status)));
  }

  /** Why it is refused; a waiver lifts what may be waived. */
  List<Reason> refusals(Attempt attempt) {
    return waivable && isWaived(attempt) ? List.of() : unmet.apply(attempt);
  }

  private static boolean isWaived(Attempt attempt) {
    return switch (attempt.command()) {
      case Monitor it -> !isBlank(it.waiver());
      case Report it -> !isBlank(it.waiver());
      case null, default -> false;
    };
  }

  private static List<Reason> lowerSeverity(Attempt attempt) {
    if (!(attempt.command() instanceof Qualify as)) {
      return List.of();
    }
    var proposed = Transitions.proposal(attempt.theCase(), as);
    return one(
        !as.severity().atLeast(proposed.severity()) && isBlank(as.reason()),
        new Reason("LOWER_SEVERITY_NEEDS_REASON", "proposed", proposed.severity()));
  }

  private static List<Reason> mergeable(Attempt attempt) {
    if (!(attempt.command() instanceof Merge)) {
      return List.of();
    }
    var source = attempt.theCase();
    var target = requireNonNull(attempt.target(), "the target is looked up first");
    return Stream.of(
            one(target.id().equals(source.id()), new Reason("MERGE_INTO_ITSELF")),
            one(!target.sharesLegalEntity(source), new Reason("OTHER_LEGAL_ENTITY")),
            Merging.refusal(target))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Reason> phases(Attempt attempt) {
    return attempt.theCase().tasks().phases().stream()
        .filter(it -> BEFORE_MONITORING.contains(it.phase()) && it.openMandatory() > 0)
        .sorted(Comparator.comparing(PhaseProgress::phase))
        .map(it ->
            new Reason(
                "MANDATORY_TASKS_OPEN",
                java.util.Map.of("phase", it.phase(), "count", it.openMandatory())))
        .toList();
  }

  static boolean isBlank(@org.jspecify.annotations.Nullable String text) {
    return text == null || text.isBlank();
  }

  private static CaseRule rule(String name, Function<Attempt, List<Reason>> unmet) {
    return new CaseRule(name, false, unmet);
  }

  private static CaseRule waivable(String name, Function<Attempt, List<Reason>> unmet) {
    return new CaseRule(name, true, unmet);
  }

  private static List<Reason> one(boolean refused, Reason reason) {
    return refused ? List.of(reason) : List.of();
  }
}
