package org.pris.triage.lifecycle;

import java.util.List;
import java.util.function.Function;
import org.pris.platform.problem.Reason;
import org.pris.triage.command.CaseCommand.Monitor;
import org.pris.triage.command.CaseCommand.Report;

/**
 * A condition of a transition: the reasons why it is not met, as codes that the reader's language
 * words. A rule decides on what triage has heard.
 *
 * @param name for the diagram
 * @param waivable whether a person may go on in spite of it, with a reason
 */
public record CaseRule(
    String name, boolean waivable, Function<TransitionAttempt, List<Reason>> unmet) {

  /** Why it is refused; a waiver lifts what may be waived. */
  public List<Reason> refusals(TransitionAttempt attempt) {
    return waivable && isWaived(attempt) ? List.of() : unmet.apply(attempt);
  }

  private static boolean isWaived(TransitionAttempt attempt) {
    return switch (attempt.command()) {
      case Monitor it -> !isBlank(it.waiver());
      case Report it -> !isBlank(it.waiver());
      case null, default -> false;
    };
  }

  public static boolean isBlank(@org.jspecify.annotations.Nullable String text) {
    return text == null || text.isBlank();
  }

  public static CaseRule rule(String name, Function<TransitionAttempt, List<Reason>> unmet) {
    return new CaseRule(name, false, unmet);
  }

  public static CaseRule waivable(String name, Function<TransitionAttempt, List<Reason>> unmet) {
    return new CaseRule(name, true, unmet);
  }

  public static List<Reason> one(boolean refused, Reason reason) {
    return refused ? List.of(reason) : List.of();
  }
}
