package org.pris.bench.fault.invariant;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.pris.bench.fault.observation.StoredState;

/**
 * How far a plan is: counted from its tasks, or as somebody was told, in one form. What a case's
 * rules look at is all in it: which engagements are laid out, what is open of each phase.
 */
final class PlanProgress {

  private PlanProgress() {}

  static Map<String, Object> counted(Document plan) {
    Map<String, Long> counts = new TreeMap<>(Map.of("open", 0L, "impossible", 0L));
    for (var task : StoredState.parts(plan, "tasks")) {
      var instructions = StoredState.part(task, "instructions");
      var phase = instructions.getString("phase");
      var settled = Set.of("DONE", "WAIVED").contains(String.valueOf(task.get("status")));
      var open = "MANDATORY".equals(instructions.getString("priority")) && !settled;
      counts.merge(phase + " total", 1L, Long::sum);
      counts.merge(phase + " done", settled ? 1L : 0L, Long::sum);
      counts.merge(phase + " open", open ? 1L : 0L, Long::sum);
      counts.merge("open", open ? 1L : 0L, Long::sum);
      var answer = StoredState.part(task, "reply").getString("answer");
      var impossible = "IMPOSSIBLE".equals(answer) && !settled;
      counts.merge("impossible", impossible ? 1L : 0L, Long::sum);
    }
    Map<String, Object> progress = new TreeMap<>(counts);
    progress.put("engagements", engagements(plan));
    return progress;
  }

  /** Those that were laid out, 0 being the opening; what a person laid out belongs to none. */
  static List<Long> engagements(Document plan) {
    return StoredState.parts(plan, "layings").stream()
        .filter(it -> it.get("engagement") != null)
        .map(it -> StoredState.number(it, "engagement"))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * @param progress as it travels, or as triage keeps it
   */
  static Map<String, Object> told(@Nullable Object progress) {
    Map<String, Object> told = new TreeMap<>();
    if (NormalForm.of(progress) instanceof Map<?, ?> it) {
      put(told, "open", it.get("openMandatory"));
      put(told, "impossible", it.get("impossible"));
      put(told, "engagements", it.get("engagements"));
      if (it.get("phases") instanceof List<?> phases) {
        phases.forEach(phase -> phase(told, phase));
      }
    }
    return told;
  }

  private static void phase(Map<String, Object> told, Object phase) {
    if (phase instanceof Map<?, ?> it) {
      put(told, it.get("phase") + " total", it.get("total"));
      put(told, it.get("phase") + " done", it.get("done"));
      put(told, it.get("phase") + " open", it.get("openMandatory"));
    }
  }

  private static void put(Map<String, Object> told, String what, @Nullable Object value) {
    if (value != null) {
      told.put(what, value);
    }
  }
}
