package org.pris.remediation.playbook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.IncidentType;

/**
 * A template of tasks and gates.
 *
 * @param types of incident that it is laid out for by itself
 */
public record Playbook(
    String key,
    LocalizedText title,
    List<IncidentType> types,
    List<TaskTemplate> tasks,
    List<Gate> gates) {

  public Playbook {
    gates = orNone(gates);
  }

  /**
   * A barrier before tasks, closed until others are done or waived.
   *
   * @param why the rule exists, as the rest of a sentence that begins with it
   * @param needs keys of the tasks that open it
   * @param before keys of the tasks behind it
   */
  public record Gate(
      String key, LocalizedText name, LocalizedText why, List<String> needs, List<String> before) {}

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
