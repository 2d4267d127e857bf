package org.pris.local.client;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** How much was published, asked as any consumer would, without leaving a trace. */
public final class Topics {

  private Topics() {}

  /** How much each topic holds, those for dead letters too. */
  public static Map<String, Long> sizes() {
    try (var consumer = consumer()) {
      var sizes = new TreeMap<String, Long>();
      consumer
          .endOffsets(partitions(consumer))
          .forEach((partition, end) -> sizes.merge(partition.topic(), end, Long::sum));
      return sizes;
    }
  }

  private static List<TopicPartition> partitions(KafkaConsumer<String, String> consumer) {
    return consumer.listTopics().entrySet().stream()
        .filter(it -> it.getKey().startsWith("pris."))
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
