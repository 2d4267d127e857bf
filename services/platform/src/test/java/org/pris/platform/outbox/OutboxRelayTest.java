package org.pris.platform.outbox;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;

import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.ArgumentMatchers;
import org.pris.platform.testing.standin.MongoStandIn;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.SendResult;

@ExtendWith(OutputCaptureExtension.class)
@DisplayName("The relay of the outbox")
class OutboxRelayTest {

  private static final String WARDS = "wards";

  final MongoStandIn standIn = MongoStandIn.inMemory();
  final MongoOperations mongo = new MongoTemplate(MongoClients.create(standIn.uri("")), "relay");
  final List<String> sent = new CopyOnWriteArrayList<>();

  @SuppressWarnings("unchecked")
  final KafkaOperations<Object, Object> kafka = mock(KafkaOperations.class);

  final OutboxRelay relay = new OutboxRelay(mongo, kafka, List.of(WARDS), Clock.systemUTC());

  @AfterEach
  void stop() {
    relay.stop();
    standIn.close();
  }

  /** Kafka acknowledges all but what this key says. */
  private void acknowledging(String allBut) {
    given(kafka.send(ArgumentMatchers.<ProducerRecord<Object, Object>>any()))
        .willAnswer(it -> {
          ProducerRecord<Object, Object> one = it.getArgument(0);
          sent.add(one.key() + " " + one.value());
          return one.key().equals(allBut)
              ? failedFuture(new KafkaException("too large"))
              : completedFuture(mock(SendResult.class));
        });
  }

  /** Left behind long ago, so that every sweep takes it. */
  private void carries(String id, String... events) {
    var outbox =
        List.of(events).stream()
            .map(it ->
                new Document("_id", it).append("topic", "t").append("key", id).append("json", it))
            .toList();
    var longAgo = Clock.systemUTC().instant().minusSeconds(3_600);
    mongo.insert(
        new Document("_id", id).append("outbox", outbox).append("outboxAt", longAgo), WARDS);
  }

  private Document stored(String id) {
    return Objects.requireNonNull(mongo.findById(id, Document.class, WARDS));
  }

  @Test
  @DisplayName("sends again what was refused, and not what was acknowledged beside it")
  void oneRefused() {
    acknowledging("b");
    carries("a", "a1", "a2");
    carries("b", "b1", "b2");
    carries("c", "c1");

    relay.start();

    await().until(() -> sent.stream().filter("b b1"::equals).count() >= 2);
    assertThat(sent).containsOnlyOnce("a a1", "a a2", "c c1").doesNotContain("b b2");
    assertThat(stored("b").getList("outbox", Document.class)).hasSize(2);
    assertThat(stored("b")).containsKey("outboxAt");
    assertThat(stored("a")).containsEntry("outbox", List.of()).doesNotContainKey("outboxAt");
  }

  @Test
  @DisplayName("takes away the mark that a crash left with nothing behind it")
  void leftMark() {
    acknowledging("");
    carries("a");

    relay.start();

    await().until(() -> !stored("a").containsKey("outboxAt"));
    assertThat(sent).isEmpty();
  }

  @Test
  @DisplayName("writes nothing where it is woken for what was sent already")
  void wokenLate() {
    mongo.insert(new Document("_id", "a").append("outbox", List.of()), WARDS);
    var watched = spy(mongo);

    var carrying = new PendingOutbox(watched, Clock.systemUTC()).read(WARDS, List.of("a"));

    assertThat(carrying).isEmpty();
    verify(watched, never()).updateFirst(any(), any(), anyString());
  }

  @Test
  @DisplayName("sends what was just inserted, in order, and what came meanwhile after it")
  void justInserted() {
    acknowledging("");
    relay.start();
    carries("a", "a1", "a2", "a3");
    var inserted = stored("a").getList("outbox", Document.class).subList(0, 2);

    relay.wake(WARDS, "a", inserted);

    await().until(() -> stored("a").getList("outbox", Document.class).isEmpty());
    assertThat(sent.stream().distinct()).containsExactly("a a1", "a a2", "a a3");
    await().until(() -> !stored("a").containsKey("outboxAt"));
  }

  /** Kafka's client refuses this key before anything is under way. */
  private void refusing(String key, RuntimeException how) {
    given(kafka.send(ArgumentMatchers.<ProducerRecord<Object, Object>>any()))
        .willAnswer(it -> {
          ProducerRecord<Object, Object> one = it.getArgument(0);
          sent.add(one.key() + " " + one.value());
          if (one.key().equals(key)) {
            throw how;
          }
          return completedFuture(mock(SendResult.class));
        });
  }

  @Test
  @DisplayName("repeats nothing that was acknowledged before Kafka went away")
  void awayAtOnce() {
    refusing("b", new KafkaException("Send failed", new TimeoutException("no broker")));
    carries("a", "a1");
    carries("b", "b1");

    relay.start();

    await().until(() -> sent.stream().filter("b b1"::equals).count() >= 2);
    assertThat(sent).containsOnlyOnce("a a1");
  }

  @Test
  @DisplayName("lets an entry that is refused at once wait alone")
  void refusedAtOnce() {
    refusing("a", new KafkaException("Send failed", new RecordTooLargeException("too large")));
    carries("a", "a1");
    carries("b", "b1");

    relay.start();

    await().until(() -> sent.stream().filter("a a1"::equals).count() >= 2);
    assertThat(sent).containsOnlyOnce("b b1");
    assertThat(stored("a").getList("outbox", Document.class)).hasSize(1);
  }

  @Test
  @DisplayName("says where a bug is, without what it handled, and goes on")
  void bug(CapturedOutput log) {
    var first = new AtomicBoolean(true);
    acknowledging("");
    willAnswer(
            _ -> {
              if (first.getAndSet(false)) {
                throw new NoClassDefFoundError("Mme Martin, chambre 12");
              }
              return null;
            })
        .given(kafka)
        .flush();
    carries("a", "a1");

    relay.start();

    await().until(() -> stored("a").getList("outbox", Document.class).isEmpty());
    assertThat(log.getOut())
        .contains("java.lang.NoClassDefFoundError", "\tat org.pris.platform.outbox")
        .doesNotContain("Martin");
  }

  @Test
  @DisplayName("shows how many documents wait, and for how long")
  void gauges() {
    var meters = new SimpleMeterRegistry();
    var gauges = new OutboxGauges(mongo, List.of(WARDS), Clock.systemUTC());
    gauges.bindTo(meters);
    carries("a", "a1", "a2");
    carries("b", "b1");

    gauges.measure();

    assertThat(meters.get("pris.outbox.pending").gauge().value()).isEqualTo(2);
    assertThat(meters.get("pris.outbox.oldest.seconds").gauge().value())
        .isBetween(3_600.0, 3_700.0);
    acknowledging("");
    relay.start();
    await()
        .untilAsserted(() -> {
          gauges.measure();
          assertThat(meters.get("pris.outbox.pending").gauge().value()).isZero();
          assertThat(meters.get("pris.outbox.oldest.seconds").gauge().value()).isZero();
        });
  }
}
