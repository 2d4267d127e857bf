package org.pris.bench.fault.invariant;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.pris.bench.fault.observation.StoredState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Folds what was told of a document and compares it, member by member, with what is stored. */
final class EventFolding {

  private final Evidence evidence;

  private final BiConsumer<String, String> violated;

  /** The versions before the current ones, by their declarations. */
  private final Map<String, List<Document>> kept;

  /**
   * @param violated hears of the document and of what differs
   */
  EventFolding(Evidence evidence, BiConsumer<String, String> violated) {
    this.evidence = evidence;
    this.violated = violated;
    kept =
        evidence.stored().versions().stream()
            .collect(Collectors.groupingBy(it -> String.valueOf(it.get("declaration"))));
  }

  /** As it is, and as it was: every version is kept. */
  void declaration(String id, Document stored) {
    var current = StoredState.part(stored, "current");
    Map<Long, Document> versions =
        new TreeMap<>(Map.of(StoredState.number(current, "number"), current));
    for (var it : kept.getOrDefault(id, List.of())) {
      var version = StoredState.part(it, "version");
      versions.putIfAbsent(StoredState.number(version, "number"), version);
    }
    evidence
        .published()
        .declaration(id)
        .forEach((number, told) -> {
          var version = versions.remove(number);
          if (version == null) {
            violated.accept(id, "version %d was told and is not kept".formatted(number));
          } else {
            var facts = DocumentStates.told(JsonMapper.shared().readTree(told), "profile");
            compare(
                id,
                "version " + number + ": ",
                DocumentStates.ofDeclaration(stored, version),
                facts);
          }
        });
    versions
        .keySet()
        .forEach(it -> violated.accept(id, "version " + it + " is kept and was not told"));
  }

  void establishment(String id, Document stored) {
    other(id, DocumentStates.ofEstablishment(stored), DocumentStates::told);
  }

  void authored(String id, Document stored) {
    other(id, DocumentStates.ofAuthored(stored), DocumentStates::ofNote);
  }

  void anchor(String id, Document stored) {
    other(id, DocumentStates.ofAnchor(stored), DocumentStates::told);
  }

  private void other(
      String id, Map<String, Object> stored, Function<JsonNode, Map<String, Object>> state) {
    var newest = evidence.published().newestOther(id);
    if (newest != null) {
      compare(id, "", stored, state.apply(newest.tree()));
    }
  }

  void theCase(String id, Document stored) {
    var newest = evidence.published().newestCase(id);
    if (newest != null) {
      var state = DocumentStates.ofCase(stored);
      var told = DocumentStates.told(newest.tree());
      if (moved(told).isBefore(moved(state))) {
        // a step of a merge that was refused in the end moves it on, and tells nobody
        told.remove("changedAt");
        state.remove("changedAt");
      }
      compare(id, "", state, told);
    }
  }

  private static Instant moved(Map<String, Object> theCase) {
    return theCase.get("changedAt") instanceof String it ? Instant.parse(it) : Instant.EPOCH;
  }

  void plan(String id, Document stored) {
    var told = new HashMap<>(evidence.published().tasksOf(id));
    for (var task : StoredState.parts(stored, "tasks")) {
      var of = "task " + StoredState.id(task);
      var newest = told.remove(StoredState.id(task));
      if (newest == null) {
        if (!isUntouchedGesture(task)) {
          violated.accept(id, of + " is stored and was never told");
        }
      } else {
        compare(id, of + ": ", DocumentStates.ofTask(task), DocumentStates.told(newest.tree()));
      }
    }
    told.keySet().forEach(it -> violated.accept(id, "task " + it + " was told and is not stored"));
    var progress = evidence.published().newestProgress(id);
    if (progress != null) {
      compare(id, "progress: ", PlanProgress.counted(stored), PlanProgress.told(progress.tree()));
    }
  }

  private static boolean isUntouchedGesture(Document task) {
    return Playbooks.FIRST_HOUR.equals(task.get("playbook"))
        && StoredState.number(task, "version") == 1;
  }

  private void compare(String id, String of, Map<String, ?> stored, Map<String, ?> told) {
    NormalForm.differences(stored, told).forEach(it -> violated.accept(id, of + it));
  }
}
