package org.pris.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Event;
import org.pris.contracts.TimelineEvent;
import org.pris.platform.WardEvent;
import org.pris.platform.testing.Servers;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import tools.jackson.databind.json.JsonMapper;

/** On a real Kafka, with a topic of its own that can be made to go. */
@DisplayName("A live topic")
class TopicTailTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Map<String, Object> KAFKA =
      Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, Servers.kafka());
  private static final int PARTITIONS = 3;
  private static final String GROUP = "live-topic-test";

  /** As every service has it. */
  private static final Map<String, Object> GROUPED =
      Map.of(
          ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
          Servers.kafka(),
          ConsumerConfig.GROUP_ID_CONFIG,
          GROUP,
          ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
          "earliest");

  /** One instance of a service that reads. */
  final class Reader {

    final List<Long> heard = new CopyOnWriteArrayList<>();

    /** Whether it said that it reads, each time it was told that it broke off. */
    final List<Boolean> broken = new CopyOnWriteArrayList<>();

    final TopicTail<TimelineEvent> topic =
        new TopicTail<>(
            new DefaultKafkaConsumerFactory<>(GROUPED),
            JsonMapper.shared(),
            name,
            TimelineEvent.class,
            it -> heard.add(it.version()),
            this::broke);

    private void broke() {
      broken.add(topic.isReading());
    }

    Reader reading() {
      topic.start();
      readers.add(this);
      return awaited();
    }

    Reader awaited() {
      await().atMost(PATIENCE).until(topic::isReading);
      return this;
    }
  }

  final String name = "live-" + UUID.randomUUID();
  final List<Reader> readers = new ArrayList<>();
  final Admin admin = Admin.create(KAFKA);
  final KafkaProducer<String, String> producer =
      new KafkaProducer<>(KAFKA, new StringSerializer(), new StringSerializer());

  @BeforeEach
  void make() {
    var made = admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1))).all();
    assertThat(made.toCompletionStage()).succeedsWithin(PATIENCE);
  }

  @AfterEach
  void end() {
    readers.forEach(it -> it.topic.stop());
    producer.close();
    admin.deleteTopics(List.of(name));
    admin.close();
  }

  private void unmake() {
    assertThat(admin.deleteTopics(List.of(name)).all().toCompletionStage())
        .succeedsWithin(PATIENCE);
  }

  /** Tells events of these versions, one after the other, each to the next partition. */
  private void tell(long... versions) {
    for (var version : versions) {
      send((int) (version % PARTITIONS), event(version));
    }
  }

  private static String event(long version) {
    return JsonMapper.shared()
        .writeValueAsString(
            new Event<>(
                UUID.randomUUID(),
                Instant.EPOCH,
                UUID.randomUUID(),
                version,
                null,
                false,
                WardEvent.of(version)));
  }

  private void send(int partition, String text) {
    assertThat(producer.send(new ProducerRecord<>(name, partition, null, text)))
        .succeedsWithin(PATIENCE);
  }

  private static void awaitHeard(Reader reader, Long... versions) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(reader.heard).containsExactlyInAnyOrder(versions));
  }

  @Test
  @DisplayName("tells every instance every event, for none of them is of a group")
  void everyInstance() {
    var one = new Reader().reading();
    var other = new Reader().reading();

    tell(1, 2, 3, 4, 5, 6);

    awaitHeard(one, 1L, 2L, 3L, 4L, 5L, 6L);
    awaitHeard(other, 1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(admin.listGroups().all().toCompletionStage())
        .succeedsWithin(PATIENCE)
        .satisfies(all -> assertThat(all).extracting(GroupListing::groupId).doesNotContain(GROUP));
  }

  @Test
  @DisplayName("tells what comes once it says that it reads, and nothing from before")
  void fromNowOn() {
    tell(1, 2, 3);
    var reader = new Reader().reading();

    tell(4, 5, 6);

    awaitHeard(reader, 4L, 5L, 6L);
    assertThat(reader.broken).isEmpty();
  }

  @Test
  @DisplayName("passes over what cannot be read and what this build does not know")
  void unreadable() {
    var reader = new Reader().reading();

    send(1, "no event at all");
    send(1, event(9).replace("note.written.v1", "note.sung.v9"));
    tell(1);

    awaitHeard(reader, 1L);
    assertThat(reader.broken).isEmpty();
    assertThat(reader.topic.isReading()).isTrue();
  }

  @Test
  @DisplayName("says that events may be missing where its place is gone, and reads on from then")
  void brokenOff() {
    var reader = new Reader().reading();
    tell(1, 2, 3);
    awaitHeard(reader, 1L, 2L, 3L);

    unmake();
    make(); // the same name, and no place of before in it

    await().atMost(PATIENCE).until(() -> !reader.broken.isEmpty());
    assertThat(reader.broken).as("still said that it reads").doesNotContain(true);
    reader.awaited();
    tell(4);
    awaitHeard(reader, 1L, 2L, 3L, 4L);
  }

  @Test
  @DisplayName("says that it reads no more once it is stopped")
  void stopped() {
    var reader = new Reader().reading();

    reader.topic.stop();

    await().atMost(PATIENCE).until(() -> !reader.topic.isReading());
    assertThat(reader.broken).isEmpty();
  }
}
