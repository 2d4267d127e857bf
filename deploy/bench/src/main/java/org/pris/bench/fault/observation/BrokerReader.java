package org.pris.bench.fault.observation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.pris.contracts.Topics;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the broker as nobody's service: all that was published, and how far each group has read.
 */
public final class BrokerReader {

  /** The key of records that no service can read. */
  public static final String POISON = "poison";

  private static final String DEAD = ".dlt";

  private final String address;

  public BrokerReader(String address) {
    this.address = address;
  }

  /** Everything, from offset 0 to where the topics end now. */
  public PublishedEvents published() {
    var published = new PublishedEvents();
    try (var consumer = consumer()) {
      var partitions = partitions(consumer);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
        for (var message : consumer.poll(Duration.ofMillis(500))) {
          if (message.topic().endsWith(DEAD)) {
            published.addDeadLetter(message.topic());
          } else if (message.topic().equals(Topics.DEAD_LETTER_DECISIONS)) {
            var topic = JsonMapper.shared().readTree(message.value()).path("topic");
            published.addDecision(topic.asString(""), String.valueOf(message.key()));
          } else if (!POISON.equals(message.key())) {
            published.add(message.topic(), String.valueOf(message.key()), message.value());
          }
        }
      }
    }
    return published;
  }

  /** Where the topics end: the same twice means that nothing was published between. */
  Map<TopicPartition, Long> ends() {
    try (var consumer = consumer()) {
      return consumer.endOffsets(partitions(consumer));
    }
  }

  /**
   * What the groups have still to read, by group; those that have read all are left out.
   *
   * @param ends where the topics end
   */
  Map<String, Long> lag(Map<TopicPartition, Long> ends) {
    Map<String, Long> lags = new TreeMap<>();
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", address);
    try (var admin = Admin.create(settings)) {
      for (var group : admin.listGroups().all().get()) {
        var offsets =
            admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata().get();
        var lag = 0L;
        for (var it : offsets.entrySet()) {
          var read = it.getValue() == null ? 0 : it.getValue().offset();
          lag += Math.max(0, ends.getOrDefault(it.getKey(), 0L) - read);
        }
        if (lag > 0) {
          lags.put(group.groupId(), lag);
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker does not say how far its groups are", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return lags;
  }

  private static List<TopicPartition> partitions(KafkaConsumer<String, String> consumer) {
    return consumer.listTopics().entrySet().stream()
        .filter(it ->
            PublishedEvents.TOPICS.contains(it.getKey())
                || PublishedEvents.TOPICS.contains(it.getKey().replace(DEAD, ""))
                || it.getKey().equals(Topics.DEAD_LETTER_DECISIONS))
        .flatMap(it -> it.getValue().stream())
        .map(it -> new TopicPartition(it.topic(), it.partition()))
        .toList();
  }

  private KafkaConsumer<String, String> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            address,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false),
        new StringDeserializer(),
        new StringDeserializer());
  }
}
