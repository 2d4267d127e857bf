package org.pris.notification.webhook;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.CaseState;
import org.pris.contracts.Severity;

/**
 * Where an endpoint is and what it wants to hear of.
 *
 * @param events patterns: a type, with or without its version, {@code case.*}, or {@code *}
 * @param departments of the affected establishments; none means all
 * @param minimumSeverity what has no severity yet passes, or the first hour would be silent
 * @param exercise whether exercises are sent too
 * @param paused what comes is kept in order, and sent when it goes on
 */
public record WebhookSettings(
    String url,
    String description,
    List<String> events,
    List<String> departments,
    @Nullable Severity minimumSeverity,
    boolean exercise,
    boolean paused) {

  /** Of an event pattern; bounded in each part, for the matcher goes as deep as it has parts. */
  public static final String PATTERN =
      "\\*|[a-z]{1,40}(-[a-z]{1,40}){0,9}(\\.[a-z0-9]{1,40}(-[a-z0-9]{1,40}){0,9}){0,9}(\\.\\*)?";

  /** Of a French département: 01 to 95, 2A, 2B, 971 to 989. */
  public static final String DEPARTMENT = "\\d{2}|2[AB]|9[78]\\d";

  public boolean wants(String type, CaseState theCase) {
    return asksFor(type)
        && (departments.isEmpty() || touches(theCase))
        && severeEnough(theCase.severity())
        && (exercise || !theCase.exercise());
  }

  /** Whichever case it is about. */
  public boolean asksFor(String type) {
    return events.stream().anyMatch(it -> matches(it, type));
  }

  private boolean touches(CaseState theCase) {
    var wanted = Set.copyOf(departments);
    return theCase.affected().stream()
        .anyMatch(it -> wanted.contains(it.establishment().department()));
  }

  private boolean severeEnough(@Nullable Severity severity) {
    return minimumSeverity == null || severity == null || severity.atLeast(minimumSeverity);
  }

  private static boolean matches(String pattern, String type) {
    if (pattern.equals("*") || pattern.equals(type)) {
      return true;
    }
    if (pattern.endsWith(".*")) {
      return type.startsWith(pattern.substring(0, pattern.length() - 1));
    }
    return type.matches("\\Q" + pattern + "\\E\\.v\\d+");
  }
}
