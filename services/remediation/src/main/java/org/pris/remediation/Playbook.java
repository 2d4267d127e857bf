package org.pris.remediation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.IncidentType;

/**
 * A template of tasks and gates.
 *
 * @param types of incident that it is laid out for by itself
 */
record Playbook(
    String key, Text title, List<IncidentType> types, List<TaskTemplate> tasks, List<Gate> gates) {

  Playbook {
    gates = orNone(gates);
  }

  /**
   * A barrier before tasks, closed until others are done or waived.
   *
   * @param why the rule exists, as the rest of a sentence that begins with it
   * @param needs keys of the tasks that open it
   * @param before keys of the tasks behind it
   */
  record Gate(String key, Text name, Text why, List<String> needs, List<String> before) {}

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
