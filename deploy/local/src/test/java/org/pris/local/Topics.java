package org.pris.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was published, read as any consumer would, without leaving a trace. */
final class Topics {

  static final Set<String> OF_PRIS =
      Set.of("pris.declarations", "pris.cases", "pris.tasks", "pris.timeline");

  private Topics() {}

  /** How much each topic holds, those for dead letters too. */
  static Map<String, Long> sizes() {
    try (var consumer = consumer()) {
      var sizes = new TreeMap<String, Long>();
      consumer
          .endOffsets(partitions(consumer, true))
          .forEach((partition, end) -> sizes.merge(partition.topic(), end, Long::sum));
      return sizes;
    }
  }

  /** Every event about a case, in the order of its partition. */
  static List<JsonNode> about(String topic, String key) {
    try (var consumer = consumer()) {
      var partitions =
          partitions(consumer, false).stream().filter(it -> it.topic().equals(topic)).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      List<JsonNode> events = new ArrayList<>();
      while (partitions.stream()
          .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
        for (var message : consumer.poll(Duration.ofMillis(500))) {
          if (key.equals(message.key())) {
            events.add(JsonMapper.shared().readTree(message.value()));
          }
        }
      }
      return events;
    }
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<String, String> consumer, boolean deadLetters) {
    return consumer.listTopics().entrySet().stream()
        .filter(it -> deadLetters ? it.getKey().startsWith("pris.") : OF_PRIS.contains(it.getKey()))
        .flatMap(it -> it.getValue().stream())
        .map(it -> new TopicPartition(it.topic(), it.partition()))
        .toList();
  }

  private static KafkaConsumer<String, String> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            EndToEnd.stack().kafka(),
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false),
        new StringDeserializer(),
        new StringDeserializer());
  }
}
