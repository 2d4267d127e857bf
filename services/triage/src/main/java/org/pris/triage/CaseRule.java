package org.pris.triage;

import java.util.List;
import java.util.function.Function;
import org.pris.platform.problem.Reason;
import org.pris.triage.CaseCommand.Monitor;
import org.pris.triage.CaseCommand.Report;

/**
 * A condition of a transition: the reasons why it is not met, as codes that the reader's language
 * words. A rule decides on what triage has heard.
 *
 * @param name for the diagram
 * @param waivable whether a person may go on in spite of it, with a reason
 */
record CaseRule(String name, boolean waivable, Function<Attempt, List<Reason>> unmet) {

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

  static boolean isBlank(@org.jspecify.annotations.Nullable String text) {
    return text == null || text.isBlank();
  }

  static CaseRule rule(String name, Function<Attempt, List<Reason>> unmet) {
    return new CaseRule(name, false, unmet);
  }

  static CaseRule waivable(String name, Function<Attempt, List<Reason>> unmet) {
    return new CaseRule(name, true, unmet);
  }

  static List<Reason> one(boolean refused, Reason reason) {
    return refused ? List.of(reason) : List.of();
  }
}
