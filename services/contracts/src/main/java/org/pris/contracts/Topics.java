package org.pris.contracts;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The five topics; each has a {@code .dlt} beside it for what fails by its content. */
public final class Topics {

  public static final String DECLARATIONS = "pris.declarations";
  public static final String CASES = "pris.cases";
  public static final String TASKS = "pris.tasks";
  public static final String TIMELINE = "pris.timeline";
  public static final String NOTIFICATIONS = "pris.notifications";

  public static final List<String> ALL =
      List.of(DECLARATIONS, CASES, TASKS, TIMELINE, NOTIFICATIONS);

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
          "timeline", TIMELINE,
          "anchor", NOTIFICATIONS);

  /** Which dead letters were replayed or discarded: a {@link DeadLetterDecision} each. */
  public static final String DEAD_LETTER_DECISIONS = "pris.deadletters";

  private static final String RETENTION = "retention.ms";
  private static final Duration MONTH = Duration.ofDays(30);

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

  /** All topics there are, those beside the five too. */
  public static List<Layout> layout(int replication) {
    var kept = Map.of(RETENTION, Long.toString(MONTH.toMillis()));
    var forEver = Map.of(RETENTION, "-1");
    return Stream.concat(
            ALL.stream()
                .flatMap(it ->
                    Stream.of(
                        new Layout(it, PARTITIONS, kept),
                        new Layout(deadLetters(it), PARTITIONS, forEver))),
            Stream.of(new Layout(DEAD_LETTER_DECISIONS, 1, forEver)))
        .map(it -> replication < 3 ? it : it.with("min.insync.replicas", "2"))
        .toList();
  }

  /**
   * What a topic is made with.
   *
   * @param settings in Kafka's words
   */
  public record Layout(String name, int partitions, Map<String, String> settings) {

    private Layout with(String setting, String value) {
      var more = new HashMap<>(settings);
      more.put(setting, value);
      return new Layout(name, partitions, Map.copyOf(more));
    }
  }
}
