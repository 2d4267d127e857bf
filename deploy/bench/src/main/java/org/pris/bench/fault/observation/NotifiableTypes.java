package org.pris.bench.fault.observation;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Which events agencies are told of, written down a second time so that the check is independent.
 */
final class NotifiableTypes {

  private static final String ITS_CLOCK = "CSP_L1111_8_2";

  /** Of cases and tasks, what may be told; the product's own list. */
  private static final Set<String> TYPES =
      Set.of(
          "case.opened.v1",
          "case.taken.v1",
          "case.qualified.v1",
          "case.rejected.v1",
          "case.merged.v1",
          "case.absorbed.v1",
          "case.unmerged.v1",
          "case.redirected.v1",
          "case.engaged.v1",
          "case.advised.v1",
          "case.escalated.v1",
          "case.monitored.v1",
          "case.disengaged.v1",
          "case.relapsed.v1",
          "case.reported.v1",
          "case.closed.v1",
          "case.held.v1",
          "case.resumed.v1",
          "case.reopened.v1",
          "case.care-changed.v1",
          "case.complemented.v1",
          "case.affected.v1",
          "tasks.laid-out.v1",
          "task.completed.v1",
          "task.waived.v1",
          "task.reopened.v1");

  private NotifiableTypes() {}

  static boolean isTold(String type, JsonNode data) {
    return TYPES.contains(type)
        || (type.equals("case.deadline-changed.v1")
            && data.at("/deadline/regime").asString("").equals(ITS_CLOCK));
  }
}
