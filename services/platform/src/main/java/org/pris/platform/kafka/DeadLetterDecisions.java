package org.pris.platform.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.pris.contracts.DeadLetterDecision;
import org.pris.contracts.Topics;
import tools.jackson.databind.json.JsonMapper;

/** Which dead letters need nobody any more. The topic is read once, then only what came. */
final class DeadLetterDecisions implements AutoCloseable {

  private static final TopicPartition PLACE = new TopicPartition(Topics.DEAD_LETTER_DECISIONS, 0);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final KafkaConsumer<String, String> consumer;
  private final JsonMapper json;

  /** By place, each with when the dead letter was written. */
  private final Map<TopicPartition, NavigableMap<Long, Long>> decided = new HashMap<>();

  private boolean begun;

  DeadLetterDecisions(Map<String, Object> kafka, JsonMapper json) {
    var settings = new HashMap<>(kafka);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    this.consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    this.json = json;
  }

  /** Those of one {@code .dlt}'s partition: offsets, with when they were written. */
  NavigableMap<Long, Long> of(TopicPartition place) {
    return decided.getOrDefault(place, new TreeMap<>());
  }

  void read() {
    if (!begun) {
      consumer.assign(List.of(PLACE));
      consumer.seekToBeginning(List.of(PLACE));
      begun = true;
    }
    var end = consumer.endOffsets(List.of(PLACE), PATIENCE).getOrDefault(PLACE, 0L);
    while (consumer.position(PLACE, PATIENCE) < end) {
      consumer
          .poll(PATIENCE)
          .forEach(it -> keep(json.readValue(it.value(), DeadLetterDecision.class)));
    }
  }

  private void keep(DeadLetterDecision one) {
    decided
        .computeIfAbsent(new TopicPartition(one.topic(), one.partition()), _ -> new TreeMap<>())
        .put(one.offset(), one.written().toEpochMilli());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
