package org.pris.bench.fault.observation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that was published, read from offset 0 and reduced while it is read: for each subject
 * its messages, and what folding them gives.
 */
public final class PublishedEvents {

  public static final String DECLARATIONS = "pris.declarations";
  public static final String CASES = "pris.cases";
  public static final String TASKS = "pris.tasks";
  public static final String TIMELINE = "pris.timeline";
  public static final String NOTIFICATIONS = "pris.notifications";
  static final List<String> TOPICS = List.of(DECLARATIONS, CASES, TASKS, TIMELINE, NOTIFICATIONS);

  /** A state that was told of a subject, the newest one. */
  public record Newest(long version, String json) {

    public JsonNode tree() {
      return JsonMapper.shared().readTree(json);
    }
  }

  /**
   * That a case went into monitoring.
   *
   * @param engagement that it was in
   * @param waived whether the lead said why it may although tasks are open or unknown
   */
  public record Monitored(String theCase, int engagement, boolean waived) {}

  private final Instant since = Instant.now();
  private final List<PublishedEvent> messages = new ArrayList<>();
  private final Map<String, Newest> cases = new HashMap<>();
  private final Map<String, TreeMap<Long, String>> declarations = new HashMap<>();
  private final Map<String, Newest> others = new HashMap<>();
  private final Map<String, Newest> progress = new HashMap<>();
  private final Map<String, Map<String, Newest>> tasks = new HashMap<>();
  private final Map<String, Set<String>> incidentTypes = new HashMap<>();
  private final List<Monitored> monitored = new ArrayList<>();
  private final Map<String, Long> deadLetters = new TreeMap<>();
  private final Set<String> decided = new HashSet<>();

  public void add(String topic, String key, String json) {
    var event = JsonMapper.shared().readTree(json);
    var version = event.path("version").asLong();
    var data = event.path("data");
    var type = event.path("type").asString("");
    var message =
        new PublishedEvent(
            topic,
            key,
            event.path("id").asString(""),
            type,
            version,
            Canonical.sha256(json),
            NotifiableTypes.isTold(type, data),
            data.at("/theCase/severity").asString(""),
            event.path("timestamp").asString(""));
    messages.add(message);
    switch (topic) {
      case CASES -> {
        keep(cases, key, version, data.path("theCase"));
        incidentTypes
            .computeIfAbsent(key, _ -> new TreeSet<>())
            .add(data.at("/theCase/incidentType").asString(""));
        if (type.equals("case.monitored.v1")) {
          var waived = data.path("waiver").isString();
          monitored.add(new Monitored(key, data.at("/theCase/engagement").asInt(), waived));
        }
      }
      case DECLARATIONS -> {
        if (message.isOfACase()) {
          declarations
              .computeIfAbsent(key, _ -> new TreeMap<>())
              .putIfAbsent(version, data.path("declaration").toString());
        } else {
          keep(others, key, version, data);
        }
      }
      case TIMELINE -> keep(others, message.aggregate(), version, data);
      case TASKS -> {
        keep(progress, key, version, data.path("progress"));
        tasks(key, version, data);
      }
      default -> {}
    }
  }

  public void addDeadLetter(String topic) {
    deadLetters.merge(topic, 1L, Long::sum);
  }

  /**
   * @param place of the dead letter; a decision that was told twice is one
   */
  public void addDecision(String topic, String place) {
    if (decided.add(place)) {
      deadLetters.merge(topic, -1L, Long::sum);
    }
  }

  private static void keep(Map<String, Newest> all, String key, long version, JsonNode state) {
    var known = all.get(key);
    if (known == null || known.version() < version) {
      all.put(key, new Newest(version, state.toString()));
    }
  }

  private void tasks(String key, long version, JsonNode data) {
    var ofPlan = tasks.computeIfAbsent(key, _ -> new TreeMap<>());
    data.path("tasks").forEach(it -> keep(ofPlan, it.path("id").asString(""), version, it));
    if (data.path("task").isObject()) {
      keep(ofPlan, data.at("/task/id").asString(""), version, data.path("task"));
    }
  }

  /** What happened later may not be in here. */
  public Instant since() {
    return since;
  }

  public List<PublishedEvent> messages() {
    return messages;
  }

  /**
   * The messages of each document that publishes on a topic.
   *
   * @param ofACase whether of the topic's cases, or of what else is told there
   */
  public Map<String, List<PublishedEvent>> byAggregate(String topic, boolean ofACase) {
    return messages.stream()
        .filter(it -> it.topic().equals(topic) && it.isOfACase() == ofACase)
        .collect(Collectors.groupingBy(PublishedEvent::aggregate));
  }

  /** Each event once, whoever published it twice. */
  public List<PublishedEvent> distinct() {
    var first = new LinkedHashMap<String, PublishedEvent>();
    messages.forEach(it -> first.putIfAbsent(it.topic() + it.id(), it));
    return List.copyOf(first.values());
  }

  public @Nullable Newest newestCase(String id) {
    return cases.get(id);
  }

  /** What was told of each version of a declaration. */
  public Map<Long, String> declaration(String id) {
    return declarations.getOrDefault(id, new TreeMap<>());
  }

  /** What was told last of a registry's entry, a note, a redaction or an anchor. */
  public @Nullable Newest newestOther(String id) {
    return others.get(id);
  }

  public @Nullable Newest newestProgress(String id) {
    return progress.get(id);
  }

  /** What was told last of each task of a plan. */
  public Map<String, Newest> tasksOf(String id) {
    return tasks.getOrDefault(id, Map.of());
  }

  /** All that a case was ever said to be. */
  public Set<String> incidentTypes(String id) {
    return incidentTypes.getOrDefault(id, Set.of());
  }

  public List<Monitored> monitored() {
    return monitored;
  }

  /** How many of each topic nobody has decided of. */
  public Map<String, Long> deadLetters() {
    return deadLetters;
  }

  /** How many records are repeats of one that was published before. */
  public long repeats() {
    return (long) messages.size() - distinct().size();
  }

  public Map<String, Long> byTopic() {
    return messages.stream()
        .collect(Collectors.groupingBy(PublishedEvent::topic, TreeMap::new, Collectors.counting()));
  }
}
