package org.pris.bench.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.bson.Document;

/**
 * What was published is what is stored: per aggregate the versions 1…revision without a gap, one
 * body per version, none above what is stored; and folding them gives the stored state.
 */
final class LogEqualsState {

  private final Evidence evidence;

  private final List<Violation> found = new ArrayList<>();

  private LogEqualsState(Evidence evidence) {
    this.evidence = evidence;
  }

  static List<Violation> check(Evidence evidence) {
    var check = new LogEqualsState(evidence);
    var stored = evidence.stored();
    check.each(Published.DECLARATIONS, stored.declarations(), check::declaration);
    check.each(Published.CASES, stored.cases(), check::theCase);
    check.each(Published.TASKS, stored.plans(), check::plan);
    check.oneBodyPerEvent();
    return check.found;
  }

  private void each(String topic, List<Document> stored, BiConsumer<String, Document> fold) {
    var byKey = new HashMap<>(evidence.published().byKey(topic));
    for (var document : stored) {
      var id = Stored.id(document);
      var messages = byKey.remove(id);
      versions(id, topic, messages == null ? List.of() : messages, Stored.revision(document));
      fold.accept(id, document);
    }
    byKey.forEach((key, messages) -> {
      if (messages.stream().anyMatch(Message::isOfACase)) {
        violated(key, topic + " speaks of what is not stored");
      }
    });
  }

  private void versions(String id, String topic, List<Message> messages, long revision) {
    Map<Long, Message> byVersion = new TreeMap<>();
    for (var it : messages) {
      var same = byVersion.putIfAbsent(it.version(), it);
      if (same != null && !same.digest().equals(it.digest())) {
        violated(
            id,
            "%s has two bodies for version %d: events %s and %s"
                .formatted(topic, it.version(), same.id(), it.id()));
      }
      if (it.version() > revision) {
        violated(
            id, "%s has version %d above the stored %d".formatted(topic, it.version(), revision));
      }
    }
    for (var version = 1L; version <= revision; version++) {
      if (!byVersion.containsKey(version)) {
        violated(id, "%s lacks version %d of %d".formatted(topic, version, revision));
      }
    }
  }

  private void declaration(String id, Document stored) {
    var newest = evidence.published().newestDeclaration(id);
    if (newest != null) {
      compare(id, States.ofDeclaration(stored), States.ofFacts(newest.tree()));
    }
  }

  private void theCase(String id, Document stored) {
    var newest = evidence.published().newestCase(id);
    if (newest != null) {
      compare(id, States.ofCase(stored), States.told(newest.tree()));
    }
  }

  private void plan(String id, Document stored) {
    compare(id, States.tasksOf(stored), evidence.published().tasksOf(id));
  }

  private void compare(String id, Map<String, ?> stored, Map<String, ?> told) {
    Plain.differences(stored, told).forEach(it -> violated(id, it));
  }

  /** Also of what has no version to count by: notes, redactions, anchors. */
  private void oneBodyPerEvent() {
    Map<String, String> bodies = new HashMap<>();
    var said = new HashSet<String>();
    for (var it : evidence.published().messages()) {
      var same = bodies.putIfAbsent(it.id(), it.digest());
      if (same != null && !same.equals(it.digest()) && said.add(it.id())) {
        violated(it.id(), "was published with two bodies on " + it.topic());
      }
    }
  }

  private void violated(String about, String seen) {
    found.add(new Violation(Invariant.LOG_EQUALS_STATE, about, seen));
  }
}
