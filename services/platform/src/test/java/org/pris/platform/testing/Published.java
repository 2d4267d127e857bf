package org.pris.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.pris.contracts.Event;
import org.pris.contracts.Topics;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads all topics from their beginning, as a service elsewhere would, and writes to them. */
@TestComponent
public final class Published implements DisposableBean {

  /** One record of a topic. */
  public record Told(String topic, String key, JsonNode event) {

    public String type() {
      return event.path("type").asString();
    }
  }

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final JsonMapper json;
  private final List<Told> all = new CopyOnWriteArrayList<>();
  private final KafkaProducer<String, String> producer;
  private final Thread reader;
  private volatile boolean open = true;

  Published(JsonMapper json) {
    this.json = json;
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                Servers.kafka(),
                ProducerConfig.ACKS_CONFIG,
                "all"),
            new StringSerializer(),
            new StringSerializer());
    reader = Thread.ofPlatform().name("published").daemon().start(this::read);
  }

  private void read() {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            Servers.kafka(),
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      var partitions =
          Awaitility.await()
              .atMost(PATIENCE)
              .until(() -> partitions(consumer), it -> it.size() == Topics.ALL.size() * 2 * 12);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (open) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(it -> all.add(new Told(it.topic(), it.key(), json.readTree(it.value()))));
      }
    }
  }

  /** All of them: the service under test creates the topics while it starts. */
  private static List<TopicPartition> partitions(KafkaConsumer<String, String> consumer) {
    return Topics.ALL.stream()
        .flatMap(topic -> Stream.of(topic, Topics.deadLetters(topic)))
        .flatMap(topic ->
            consumer.partitionsFor(topic, PATIENCE).stream()
                .map(it -> new TopicPartition(topic, it.partition())))
        .toList();
  }

  /** What a topic has told under a key so far, in order. */
  public List<Told> of(String topic, Object key) {
    return all.stream()
        .filter(it -> it.topic().equals(topic) && it.key().equals(String.valueOf(key)))
        .toList();
  }

  /** Waits for the first event of a type under a key. */
  public JsonNode await(String topic, Object key, String type) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> of(topic, key).stream().filter(it -> it.type().equals(type)).findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow()
        .event();
  }

  /** Sends an event as another service would. */
  public void send(String topic, Event<?> event) {
    send(topic, event.subject(), json.writeValueAsString(event));
  }

  public void send(String topic, UUID key, String event) {
    var sent = producer.send(new ProducerRecord<>(topic, key.toString(), event));
    assertThat(sent).succeedsWithin(PATIENCE);
  }

  @Override
  public void destroy() throws InterruptedException {
    open = false;
    reader.join(PATIENCE.toMillis());
    producer.close();
  }
}
