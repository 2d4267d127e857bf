package org.pris.bench.fault.observation;

import java.util.stream.Stream;

/**
 * One record of a topic, without its content.
 *
 * @param key the case, or the declaration before it is one
 * @param id of the event: a repeat has the same
 * @param digest of the whole body
 * @param told whether agencies may be told of it
 * @param severity of the case as the event has it; empty where nobody decided yet
 * @param at the event's own moment, as it travels
 */
public record PublishedEvent(
    String topic,
    String key,
    String id,
    String type,
    long version,
    String digest,
    boolean told,
    String severity,
    String at) {

  /** Whether a case's timeline holds it: not the registry's changes, anchors and their receipts. */
  public boolean isOfACase() {
    return Stream.of("establishment.", "timeline.anchored.", "anchor.").noneMatch(type::startsWith);
  }

  /** The document that told it: each note of a case is one of its own, and tells once. */
  String aggregate() {
    return topic.equals(PublishedEvents.TIMELINE) && isOfACase() ? id : key;
  }
}
