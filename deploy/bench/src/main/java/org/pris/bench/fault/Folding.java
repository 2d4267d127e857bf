package org.pris.bench.fault;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Folds what was told of a document and compares it, member by member, with what is stored. */
final class Folding {

  private final Evidence evidence;

  private final BiConsumer<String, String> violated;

  /** The versions before the current ones, by their declarations. */
  private final Map<String, List<Document>> kept;

  /**
   * @param violated hears of the document and of what differs
   */
  Folding(Evidence evidence, BiConsumer<String, String> violated) {
    this.evidence = evidence;
    this.violated = violated;
    kept =
        evidence.stored().versions().stream()
            .collect(Collectors.groupingBy(it -> String.valueOf(it.get("declaration"))));
  }

  /** As it is, and as it was: every version is kept. */
  void declaration(String id, Document stored) {
    var current = Stored.part(stored, "current");
    Map<Long, Document> versions = new TreeMap<>(Map.of(Stored.number(current, "number"), current));
    for (var it : kept.getOrDefault(id, List.of())) {
      var version = Stored.part(it, "version");
      versions.putIfAbsent(Stored.number(version, "number"), version);
    }
    evidence
        .published()
        .declaration(id)
        .forEach((number, told) -> {
          var version = versions.remove(number);
          if (version == null) {
            violated.accept(id, "version %d was told and is not kept".formatted(number));
          } else {
            var facts = States.told(JsonMapper.shared().readTree(told), "profile");
            compare(id, "version " + number + ": ", States.ofDeclaration(stored, version), facts);
          }
        });
    versions
        .keySet()
        .forEach(it -> violated.accept(id, "version " + it + " is kept and was not told"));
  }

  void establishment(String id, Document stored) {
    other(id, States.ofEstablishment(stored), States::told);
  }

  void authored(String id, Document stored) {
    other(id, States.ofAuthored(stored), States::ofNote);
  }

  void anchor(String id, Document stored) {
    other(id, States.ofAnchor(stored), States::told);
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
      var state = States.ofCase(stored);
      var told = States.told(newest.tree());
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
    for (var task : Stored.parts(stored, "tasks")) {
      var of = "task " + Stored.id(task);
      var newest = told.remove(Stored.id(task));
      if (newest == null) {
        violated.accept(id, of + " is stored and was never told");
      } else {
        compare(id, of + ": ", States.ofTask(task), States.told(newest.tree()));
      }
    }
    told.keySet().forEach(it -> violated.accept(id, "task " + it + " was told and is not stored"));
    var progress = evidence.published().newestProgress(id);
    if (progress != null) {
      compare(id, "progress: ", Progress.counted(stored), Progress.told(progress.tree()));
    }
  }

  private void compare(String id, String of, Map<String, ?> stored, Map<String, ?> told) {
    Plain.differences(stored, told).forEach(it -> violated.accept(id, of + it));
  }
}
