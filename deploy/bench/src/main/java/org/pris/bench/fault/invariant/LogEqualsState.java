package org.pris.bench.fault.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.pris.bench.fault.observation.PublishedEvent;
import org.pris.bench.fault.observation.PublishedEvents;
import org.pris.bench.fault.observation.StoredState;

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
    var folded = new EventFolding(evidence, check::violated);
    check.each(PublishedEvents.DECLARATIONS, true, stored.declarations(), folded::declaration);
    check.each(PublishedEvents.DECLARATIONS, false, stored.establishments(), folded::establishment);
    check.each(PublishedEvents.CASES, true, stored.cases(), folded::theCase);
    check.each(PublishedEvents.TASKS, true, stored.plans(), folded::plan);
    check.each(PublishedEvents.TIMELINE, true, stored.authored(), folded::authored);
    check.each(PublishedEvents.TIMELINE, false, check.anchors(), folded::anchor);
    check.oneBodyPerEvent();
    return check.found;
  }

  private void each(
      String topic, boolean ofACase, List<Document> stored, BiConsumer<String, Document> fold) {
    var told = new HashMap<>(evidence.published().byAggregate(topic, ofACase));
    for (var document : stored) {
      var id = StoredState.id(document);
      var messages = told.remove(id);
      versions(id, topic, messages == null ? List.of() : messages, StoredState.revision(document));
      fold.accept(id, document);
    }
    told.keySet().forEach(it -> violated(it, topic + " speaks of what is not stored"));
  }

  /** Anchors are made by the clock: one may come between the reading of the topics and now. */
  private List<Document> anchors() {
    var published = evidence.published();
    var before = published.since().minusSeconds(10);
    return evidence.stored().anchors().stream()
        .filter(it ->
            published.newestOther(StoredState.id(it)) != null
                || it.getDate("at").toInstant().isBefore(before))
        .toList();
  }

  private void versions(String id, String topic, List<PublishedEvent> messages, long revision) {
    Map<Long, PublishedEvent> byVersion = new TreeMap<>();
    for (var it : messages) {
      var same = byVersion.putIfAbsent(it.version(), it);
      if (same != null && !same.digest().equals(it.digest())) {
        violated(
            id,
            "%s has two bodies for version %d: events %s and %s"
                .formatted(topic, it.version(), same.id(), it.id()));
      }
      if (it.version() < 1) {
        violated(id, "%s has version %d, and they count from 1".formatted(topic, it.version()));
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

  /** Also over two documents, or two topics. */
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
