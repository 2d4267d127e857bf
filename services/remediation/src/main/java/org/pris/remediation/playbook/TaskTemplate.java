package org.pris.remediation.playbook;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Audience;
import org.pris.contracts.Phase;

/**
 * A task as its playbook gives it.
 *
 * @param key unique in the playbook; with case and playbook it gives the task its id, so it never
 *     changes
 * @param leadOnly done only by a lead, who thereby signs
 * @param within time from laying out to due; null: none
 * @param finishedWhen each must hold
 * @param evidenceNeeded what has to be noted when it is done; null: nothing
 * @param dependsOn keys of tasks that come first
 */
public record TaskTemplate(
    String key,
    Phase phase,
    Priority priority,
    List<Job> roles,
    Audience audience,
    boolean leadOnly,
    @Nullable Duration within,
    LocalizedText title,
    @Nullable LocalizedText what,
    List<LocalizedText> finishedWhen,
    List<LocalizedText> doNot,
    @Nullable LocalizedText evidenceNeeded,
    List<String> dependsOn) {

  /** What a file leaves out. */
  public TaskTemplate {
    roles = orNone(roles);
    audience = Objects.requireNonNullElse(audience, Audience.RESPONDERS);
    finishedWhen = orNone(finishedWhen);
    doNot = orNone(doNot);
    dependsOn = orNone(dependsOn);
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
