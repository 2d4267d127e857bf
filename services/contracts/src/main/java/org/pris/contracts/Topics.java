package org.pris.contracts;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The four topics; each has a {@code .dlt} beside it for what fails by its content. */
public final class Topics {

  public static final String DECLARATIONS = "pris.declarations";
  public static final String CASES = "pris.cases";
  public static final String TASKS = "pris.tasks";
  public static final String TIMELINE = "pris.timeline";

  public static final List<String> ALL = List.of(DECLARATIONS, CASES, TASKS, TIMELINE);

  /** For good: another count would tear the order of a case apart. */
  public static final int PARTITIONS = 12;

  /** By the first word of an event's type: the topic of the service that owns it. */
  private static final Map<String, String> OWNERS =
      Map.of(
          "declaration", DECLARATIONS,
          "establishment", DECLARATIONS,
          "case", CASES,
          "deadline", CASES,
          "task", TASKS,
          "tasks", TASKS,
          "note", TIMELINE,
          "entry", TIMELINE,
          "timeline", TIMELINE);

  private static final Duration RETENTION = Duration.ofDays(30);

  private Topics() {}

  /**
   * Whether events of this type come on this topic. A service may write to its own topic alone, so
   * an event elsewhere is forged or misrouted. A type that begins with a new word belongs where it
   * is found.
   */
  public static boolean mayCarry(String topic, String type) {
    var word = type.contains(".") ? type.substring(0, type.indexOf('.')) : type;
    return OWNERS.getOrDefault(word, topic).equals(topic);
  }

  /** Where what fails by its content is put aside. */
  public static String deadLetters(String topic) {
    return topic + ".dlt";
  }

  /**
   * What a topic is made with, in Kafka's words.
   *
   * @param replication how many brokers keep it
   */
  public static Map<String, String> settings(int replication) {
    var retention = Map.entry("retention.ms", Long.toString(RETENTION.toMillis()));
    return replication < 3
        ? Map.ofEntries(retention)
        : Map.ofEntries(retention, Map.entry("min.insync.replicas", "2"));
  }
}
