package org.pris.local.deployment;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.local.deployment.Patterns.found;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.contracts.Topics;
import org.pris.local.kafka.KafkaAccess;
import org.pris.local.kafka.KafkaStep;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Two tables say who may do what; the code, compose and the documentation have to say the same. */
@DisplayName("The tables of access")
class AccessTest {

  private static final Path ROOT = Path.of("../..");
  private static final Map<String, String> TOPICS =
      Map.of(
          "DECLARATIONS",
          Topics.DECLARATIONS,
          "CASES",
          Topics.CASES,
          "TASKS",
          Topics.TASKS,
          "TIMELINE",
          Topics.TIMELINE,
          "NOTIFICATIONS",
          Topics.NOTIFICATIONS);

  private static final String PUBLISHES = "@Publishes\\(([^)]*)\\)";
  private static final String LISTENS = "@KafkaListener\\(([^)]*)\\)";
  private static final String FOLLOWS = "new TopicTail<>\\(([^;]*);";

  private final Map<String, KafkaAccess> kafka = services();
  private final Map<String, Map<String, List<String>>> mongodb =
      JsonMapper.shared()
          .readValue(ROOT.resolve("deploy/mongodb/access.json").toFile(), new TypeReference<>() {});
  private final Compose compose = Compose.read();

  @ParameterizedTest
  @ValueSource(strings = {"intake", "triage", "remediation", "timeline", "notification", "web"})
  @DisplayName(
      "let a service write the topics that it publishes, and read those that it listens to")
  void topics(String service) throws IOException {
    var code = code(service);
    var writes = topics(found(PUBLISHES, code));
    var reads = new HashMap<String, Set<String>>();
    for (var listener : found(LISTENS, code)) {
      var group = found("groupId = \"([^\"]*)\"", listener).stream().findFirst().orElse("");
      var name = group.replace("${spring.application.name}", service);
      topics(Set.of(listener))
          .forEach(it ->
              reads.computeIfAbsent(it, _ -> new HashSet<>()).add(name.isEmpty() ? service : name));
    }
    topics(found(FOLLOWS, code)).forEach(it -> reads.computeIfAbsent(it, _ -> new HashSet<>()));
    var settings = ROOT.resolve("services/" + service + "/src/main/resources/application.yml");
    if (Files.readString(settings).contains("pris.deadletters.measured: true")) {
      reads.put(org.pris.contracts.Topics.DEAD_LETTER_DECISIONS, Set.of());
    }

    var access = kafka.getOrDefault(service, new KafkaAccess(Set.of(), Map.of(), null));
    assertThat(access.writes()).isEqualTo(writes);
    assertThat(
            access.reads().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, it -> Set.copyOf(it.getValue()))))
        .isEqualTo(reads);
    assertThat(code.replaceAll(PUBLISHES + "|" + LISTENS + "|" + FOLLOWS, ""))
        .as("each use of a topic is one of these three")
        .doesNotContainPattern("\\bTopics\\.[A-Z]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"intake", "triage", "remediation", "timeline", "notification", "web"})
  @DisplayName("let a service into the collections that its code names, and no other")
  void collections(String service) {
    var code = code(service);
    var named = new TreeSet<>(found("@Document\\(\"([^\"]+)\"\\)", code));
    named.addAll(found("COLLECTION = \"([^\"]+)\"", code));
    if (service.equals("web")) {
      named.add("sessions"); // kept under this name by its store
    }
    if (code.contains("References ")) {
      named.add("counters");
    }
    assertThat(requireNonNull(mongodb.get(service)).keySet()).isEqualTo(named);
  }

  @Test
  @DisplayName("let nobody change or take away what is recorded for good")
  void forGood() {
    assertThat(mongodb.get("timeline"))
        .containsEntry("entries", List.of("find", "insert"))
        .containsEntry("receipts", List.of("find", "insert"));
    assertThat(mongodb)
        .allSatisfy((service, collections) -> {
          assertThat(collections.values().stream().flatMap(List::stream))
              .isSubsetOf("find", "insert", "update", "remove");
          assertThat(collections.entrySet())
              .allSatisfy(it -> {
                if (it.getKey().equals("audit")) {
                  assertThat(it.getValue()).containsExactly("find", "insert");
                } else if (!it.getKey().equals("sessions")) {
                  assertThat(it.getValue()).doesNotContain("remove");
                }
              });
        });
  }

  @Test
  @DisplayName("are what compose gives each service a name and a password for")
  void compose() {
    mongodb
        .keySet()
        .forEach(service -> {
          var its = compose.service(service);
          assertThat(Compose.given(its))
              .containsEntry("pris.mongodb.password", "mongodb-" + service);
          assertThat(environment(service).get("SPRING_MONGODB_URI"))
              .startsWith(
                  "mongodb://%s:$${pris.mongodb.password}@mongodb:27017/pris_%s?replicaSet=pris&w=majority&journal=true"
                      .formatted(service, service));
          assertThat(Compose.given(compose.service("mongodb-step")))
              .containsKey("mongodb-" + service);
        });
    kafka
        .keySet()
        .forEach(service -> {
          var client = KafkaStep.connection("kafka:9092", service, "$${pris.kafka.password}");
          assertThat(Compose.given(compose.service(service)))
              .containsEntry("pris.kafka.password", "kafka-" + service);
          assertThat(environment(service))
              .containsEntry("SPRING_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092")
              .containsEntry("SPRING_KAFKA_SECURITY_PROTOCOL", "" + client.get("security.protocol"))
              .containsEntry(
                  "SPRING_KAFKA_PROPERTIES_SASL_MECHANISM", "" + client.get("sasl.mechanism"))
              .containsEntry(
                  "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", "" + client.get("sasl.jaas.config"));
          assertThat(environment("kafka-step"))
              .containsEntry(
                  KafkaStep.passwordOf(service) + "_FILE", "/run/secrets/kafka-" + service);
        });
    var kafkaless = new HashSet<>(mongodb.keySet());
    kafkaless.removeAll(kafka.keySet());
    assertThat(kafkaless)
        .containsExactly("web")
        .allSatisfy(
            it -> assertThat(environment(it).keySet()).noneMatch(key -> key.contains("KAFKA")));
  }

  @Test
  @DisplayName("are what the documentation of the events says")
  void documentation() throws IOException {
    var rows =
        Files.readAllLines(ROOT.resolve("docs/events.md")).stream()
            .filter(it -> it.startsWith("| `pris."))
            .map(it -> it.split("\\|", -1))
            .toList();

    assertThat(rows).hasSize(Topics.ALL.size());
    for (var row : rows) {
      var topic = row[1].strip().replace("`", "");
      assertThat(
              kafka.entrySet().stream()
                  .filter(it -> it.getValue().writes().contains(topic))
                  .map(Map.Entry::getKey))
          .containsExactly(row[2].strip());
      var readers =
          row[4]
              .replace("every access row", "remediation, timeline")
              .replace("the board", "triage");
      assertThat(
              kafka.entrySet().stream()
                  .filter(it -> it.getValue().reads().containsKey(topic))
                  .map(Map.Entry::getKey))
          .containsExactlyInAnyOrderElementsOf(
              new HashSet<>(List.of(readers.strip().split(", *", -1))));
    }
  }

  private Map<String, String> environment(String part) {
    return compose.environment(part);
  }

  /** The backup reads all, and is no service. */
  private static Map<String, KafkaAccess> services() {
    var access = KafkaAccess.read(ROOT.resolve("deploy/kafka/access.yml"));
    assertThat(requireNonNull(access.remove("backup")).writes()).isEmpty();
    return access;
  }

  private static Set<String> topics(Set<String> texts) {
    return texts.stream()
        .flatMap(it -> found("Topics\\.([A-Z]+)", it).stream())
        .map(it -> requireNonNull(TOPICS.get(it)))
        .collect(toSet());
  }

  /** Of the service, and what of the platform it switches on. */
  private static String code(String service) {
    var code = source(ROOT.resolve("services/" + service + "/src/main/java"));
    var settings =
        source(ROOT.resolve("services/" + service + "/src/main/resources/application.yml"));
    var platform = ROOT.resolve("services/platform/src/main/java/org/pris/platform");
    if (settings.contains("pris.access.rows: true")) {
      code += source(platform.resolve("access/AccessRow.java"));
    }
    if (settings.contains("pris.access.rows: true") || code.contains("AuditedCases")) {
      code += source(platform.resolve("audit"));
    }
    return code;
  }

  private static String source(Path from) {
    try (var files = Files.walk(from)) {
      var text = new StringBuilder();
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        text.append(Files.readString(file));
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
