package org.pris.local.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pris.contracts.DeadLetterDecision;
import org.pris.contracts.Topics;
import tools.jackson.databind.json.JsonMapper;

/** On a real broker that asks who comes. */
@DisplayName("The tool for dead letters")
class ReplayDeadLettersTest {

  private static final String CASES = Topics.deadLetters(Topics.CASES);

  static GuardedKafka kafka;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeAll
  static void bring(@TempDir Path folder) throws Exception {
    kafka = GuardedKafka.start(folder);
    try (var admin = kafka.admin()) {
      var access = KafkaAccess.read(Path.of("../kafka/access.yml"));
      var passwords =
          access.keySet().stream().collect(Collectors.toMap(it -> it, GuardedKafka::password));
      KafkaStep.apply(admin, access, passwords, (short) 1);
    }
    try (var producer = kafka.producer(KafkaStep.BROKER)) {
      for (var version = 1; version <= 4; version++) {
        var event =
            "{\"id\":\"e%d\",\"type\":\"case.taken.v1\",\"version\":%d,\"data\":\"Mme Martin\"}"
                .formatted(version, version);
        var letter = new ProducerRecord<>(CASES, 3, version < 4 ? "one" : "other", event);
        letter.headers().add("kafka_dlt-original-consumer-group", "timeline".getBytes(UTF_8));
        letter.headers().add("kafka_dlt-exception-message", "Mme Martin".getBytes(UTF_8));
        letter.headers().add("X-Correlation-Id", "kept".getBytes(UTF_8));
        producer.send(letter).get();
      }
    }
  }

  @AfterAll
  static void end() throws Exception {
    kafka.close();
  }

  private int run(String... arguments) throws Exception {
    printed.reset();
    var letters =
        new DeadLetters(kafka.connection(KafkaStep.BROKER), "operator", Clock.systemUTC());
    return new ReplayDeadLetters(letters, new PrintStream(printed, true, UTF_8))
        .run(List.of(arguments));
  }

  private String said() {
    return printed.toString(UTF_8);
  }

  private static List<ConsumerRecord<String, String>> on(String topic, int partition) {
    var place = List.of(new TopicPartition(topic, partition));
    try (var consumer = kafka.consumer(KafkaStep.BROKER, null)) {
      consumer.assign(place);
      consumer.seekToBeginning(place);
      var end = consumer.endOffsets(place).getOrDefault(place.getFirst(), 0L);
      var all = new ArrayList<ConsumerRecord<String, String>>();
      while (consumer.position(place.getFirst()) < end) {
        consumer.poll(Duration.ofSeconds(1)).forEach(all::add);
      }
      return all;
    }
  }

  @Test
  @DisplayName("shows no text of a person, replays in order, discards for a reason, records both")
  void all() throws Exception {
    assertThat(run("list")).isZero();
    assertThat(said()).contains(CASES + " 3 0", "case.taken.v1", "timeline", "4 wait");
    assertThat(said()).doesNotContain("Martin");
    assertThat(run("show", CASES, "3", "1")).isZero();
    assertThat(said()).contains("event      e2", "version    2").doesNotContain("Martin");

    assertThat(run("replay", CASES, "3", "1")).isEqualTo(1);
    assertThat(said()).contains("earlier");
    assertThat(run("discard", CASES, "3", "3")).isEqualTo(2);
    assertThat(run("discard", CASES, "3", "3", "a", "later", "one", "says", "it")).isZero();
    assertThat(run("replay", CASES)).isZero();

    var replayed = on(Topics.CASES, 3);
    assertThat(replayed)
        .extracting(it -> it.value().substring(0, 10))
        .containsExactly("{\"id\":\"e1\"", "{\"id\":\"e2\"", "{\"id\":\"e3\"");
    assertThat(replayed)
        .allSatisfy(it ->
            assertThat(it.headers().toArray())
                .extracting(header -> header.key())
                .containsExactly("X-Correlation-Id"));
    assertThat(on(Topics.DEAD_LETTER_DECISIONS, 0))
        .extracting(it -> JsonMapper.shared().readValue(it.value(), DeadLetterDecision.class))
        .extracting(it -> it.offset() + " " + it.action() + " " + it.reason() + " " + it.by())
        .containsExactly(
            "3 DISCARDED a later one says it operator",
            "0 REPLAYED  operator",
            "1 REPLAYED  operator",
            "2 REPLAYED  operator");
    assertThat(run("list")).isZero();
    assertThat(said()).contains("0 wait");
    assertThat(run("show", CASES, "3", "1")).isEqualTo(1);
  }
}
