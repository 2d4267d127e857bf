package org.pris.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.DeadLetterDecision;
import org.pris.contracts.Topics;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

@FlowTest
@Import(ListenersFlowTest.Listening.class)
@TestPropertySource(
    properties = {
      "spring.application.name=listeners",
      "spring.kafka.listener.concurrency=1", // one consumer has all partitions
      "pris.listener.watched-every=200ms",
      "pris.deadletters.measured=true",
      "pris.deadletters.measured-every=300ms"
    })
@DirtiesContext // a listener is stopped
@DisplayName("A listener")
class ListenersFlowTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @SpringBootApplication
  static class Application {}

  @TestConfiguration
  static class Listening {

    /** Keys whose records cannot be handled just now, for MongoDB is away. */
    final Set<String> stuck = ConcurrentHashMap.newKeySet();

    /** Keys whose records make the listener fail with an {@link Error}. */
    final Set<String> errors = ConcurrentHashMap.newKeySet();

    final List<String> heard = new CopyOnWriteArrayList<>();

    @KafkaListener(id = "tasks", topics = Topics.TASKS)
    void on(ConsumerRecord<String, String> event) {
      if (stuck.contains(event.key())) {
        throw new DataAccessResourceFailureException("the store is away");
      }
      if (errors.contains(event.key())) {
        throw new NoClassDefFoundError("org/example/Absent");
      }
      heard.add(event.key() + " " + event.value());
    }

    @KafkaListener(id = "declarations", topics = Topics.DECLARATIONS)
    void onDeclaration(ConsumerRecord<String, String> event) {
      heard.add(event.key());
    }
  }

  @Autowired Published published;
  @Autowired Listening listening;
  @Autowired MeterRegistry meters;
  @Autowired KafkaListenerEndpointRegistry containers;
  @Autowired ApplicationAvailability availability;

  private double gauge(String name) {
    return meters.get(name).gauge().value();
  }

  private static int partition(UUID key) {
    return Utils.toPositive(
            Utils.murmur2(key.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        % Topics.PARTITIONS;
  }

  /** On another partition than this one. */
  private static UUID elsewhere(UUID key) {
    return Stream.generate(UUID::randomUUID)
        .filter(it -> partition(it) != partition(key))
        .findFirst()
        .orElseThrow();
  }

  private void hears(String what) {
    await().atMost(PATIENCE).until(() -> listening.heard.contains(what));
  }

  @Test
  @DisplayName("that is stuck at a record goes on with the other partitions, then in order")
  void stuck() {
    var stuck = UUID.randomUUID();
    var other = elsewhere(stuck);
    listening.stuck.add(stuck.toString());
    published.send(Topics.TASKS, stuck, "1");
    published.send(Topics.TASKS, stuck, "2");
    await().atMost(PATIENCE).until(() -> gauge("pris.listener.waiting.partitions") == 1);
    await().pollDelay(Duration.ofSeconds(2)).until(() -> true); // its pauses grow meanwhile

    var began = System.nanoTime();
    for (var n = 1; n <= 20; n++) {
      published.send(Topics.TASKS, other, Integer.toString(n));
      hears(other + " " + n);
    }

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    assertThat(listening.heard).doesNotContain(stuck + " 1");
    listening.stuck.clear();
    hears(stuck + " 2");
    assertThat(listening.heard.stream().filter(it -> it.startsWith(stuck.toString())))
        .containsExactly(stuck + " 1", stuck + " 2");
    await().atMost(PATIENCE).until(() -> gauge("pris.listener.waiting.partitions") == 0);
    assertThat(published.of(Topics.deadLetters(Topics.TASKS), stuck)).isEmpty();
  }

  @Test
  @DisplayName("that an Error breaks puts the record aside and listens on")
  void error() {
    var broken = UUID.randomUUID();
    listening.errors.add(broken.toString());
    published.send(Topics.TASKS, broken, "1");
    await()
        .atMost(PATIENCE)
        .until(() -> !published.of(Topics.deadLetters(Topics.TASKS), broken).isEmpty());

    listening.errors.clear();
    published.send(Topics.TASKS, broken, "2");

    hears(broken + " 2");
  }

  @Test
  @DisplayName("that puts a record aside is counted for until somebody decided about it")
  void deadLetters() {
    var broken = UUID.randomUUID();
    listening.errors.add(broken.toString());
    var before = gauge("pris.deadletters.count");
    published.send(Topics.TASKS, broken, "1");
    await().atMost(PATIENCE).until(() -> gauge("pris.deadletters.count") == before + 1);
    await().atMost(PATIENCE).until(() -> gauge("pris.deadletters.oldest.seconds") >= 1);

    // the first of its partition that nobody decided about, whoever put it there
    var letter = Topics.deadLetters(Topics.TASKS);
    var decision =
        new DeadLetterDecision(
            letter,
            partition(broken),
            0,
            Instant.now(),
            DeadLetterDecision.Action.DISCARDED,
            "a test's",
            "test",
            Instant.now());
    published.send(
        Topics.DEAD_LETTER_DECISIONS, broken, JsonMapper.shared().writeValueAsString(decision));

    await().atMost(PATIENCE).until(() -> gauge("pris.deadletters.count") == before);
  }

  @Test
  @DisplayName("is asked again later where Kafka refuses it, and not given up")
  void refused() {
    assertThat(containers.getListenerContainers())
        .allSatisfy(it ->
            assertThat(it.getContainerProperties().getAuthExceptionRetryInterval())
                .isEqualTo(Duration.ofSeconds(10)));
  }

  @Test
  @DisplayName("that stopped makes liveness DOWN; one that only has nothing to hear does not")
  void stopped() {
    await().atMost(PATIENCE).until(() -> gauge("pris.listener.last.poll.seconds") <= 1);
    assertThat(availability.getLivenessState()).isEqualTo(LivenessState.CORRECT);

    Objects.requireNonNull(containers.getListenerContainer("declarations")).stop();

    await().atMost(PATIENCE).until(() -> availability.getLivenessState() == LivenessState.BROKEN);
  }
}
