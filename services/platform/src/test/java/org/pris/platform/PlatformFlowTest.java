package org.pris.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Event;
import org.pris.contracts.TimelineEvent;
import org.pris.contracts.Topics;
import org.pris.platform.outbox.Aggregates;
import org.pris.platform.outbox.Change;
import org.pris.platform.outbox.Projections;
import org.pris.platform.problem.NotFound;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.converter.ConversionException;
import org.springframework.test.context.TestPropertySource;

@FlowTest
@Import(PlatformFlowTest.Listening.class)
@TestPropertySource(
    properties = {"spring.application.name=platform", "pris.outbox.collections=wards"})
@DisplayName("The platform")
class PlatformFlowTest {

  @SpringBootApplication
  static class Application {}

  @TestConfiguration
  static class Listening {

    final List<Event<TimelineEvent>> heard = new CopyOnWriteArrayList<>();
    final AtomicInteger outages = new AtomicInteger();

    @KafkaListener(topics = Topics.TIMELINE)
    void on(Event<TimelineEvent> event) {
      if (outages.getAndDecrement() > 0) {
        throw new org.springframework.dao.DataAccessResourceFailureException("the store is away");
      }
      heard.add(event);
    }

    final AtomicInteger failures = new AtomicInteger();
    final List<String> cases = new CopyOnWriteArrayList<>();

    @KafkaListener(topics = Topics.CASES, groupId = "cases")
    void onCase(ConsumerRecord<String, String> event) {
      if (failures.getAndDecrement() > 0) {
        throw new ConversionException("this build cannot bind it", new IllegalStateException());
      }
      cases.add(event.key());
    }
  }

  @Autowired Aggregates aggregates;
  @Autowired MongoOperations mongo;
  @Autowired Published published;
  @Autowired Listening listening;
  @Autowired MeterRegistry meters;

  private final UUID id = UUID.randomUUID();

  private Ward create() {
    var ward = Ward.of(id, "north");
    return aggregates.insert(new Change<>(ward, List.of(WardEvent.of(1)), null));
  }

  @Test
  @DisplayName("tells the events of concurrent writes once each, without a gap, in order")
  void inOrder() {
    create();

    var racing =
        IntStream.range(0, 12)
            .mapToObj(it -> CompletableFuture.runAsync(() -> retryUntilWritten("ward " + it)))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(racing).join();

    await().atMost(Duration.ofSeconds(20)).until(() -> told().size() >= 13);
    assertThat(told()).containsExactlyElementsOf(LongStream.rangeClosed(1, 13).boxed().toList());
    await()
        .untilAsserted(() ->
            assertThat(stored()).doesNotContainKey("outboxAt").containsEntry("outbox", List.of()));
  }

  private void retryUntilWritten(String name) {
    await()
        .ignoreExceptions()
        .until(
            () ->
                aggregates.update(
                    Ward.class,
                    id,
                    it -> new Change<>(it.with(name, null, 1), List.of(WardEvent.of(2)), null)),
            _ -> true);
  }

  private List<Long> told() {
    return published.of(Topics.TIMELINE, id).stream()
        .map(it -> it.event().path("version").asLong())
        .toList();
  }

  private Document stored() {
    return java.util.Objects.requireNonNull(mongo.findById(id, Document.class, "wards"));
  }

  @Test
  @DisplayName(
      "keeps fields it does not know and parts that listeners own, and unsets what is null")
  void updatesNeverSaves() {
    create();
    mongo.updateFirst(
        org.springframework.data.mongodb.core.query.Query.query(
            org.springframework.data.mongodb.core.query.Criteria.where("_id").is(id)),
        org.springframework.data.mongodb.core.query.Update.update("newer", "kept").set("note", "x"),
        "wards");
    aggregates.project(Ward.class, id, "beds", 7, new Ward.Beds(7, 4));

    aggregates.update(Ward.class, id, it -> Change.silent(it.with("south", null, 0)));

    assertThat(stored())
        .containsEntry("newer", "kept")
        .containsEntry("name", "south")
        .containsEntry("lock", 2L)
        .doesNotContainKey("note");
    assertThat(aggregates.find(Ward.class, id).orElseThrow().beds()).isEqualTo(new Ward.Beds(7, 4));
  }

  @Test
  @DisplayName("keeps what a newer build stored inside a part that it knows")
  void updatesKeepNested() {
    create();
    aggregates.update(Ward.class, id, it -> Change.silent(it.withStaff(new Ward.Staff(3, "day"))));
    mongo.updateFirst(
        org.springframework.data.mongodb.core.query.Query.query(
            org.springframework.data.mongodb.core.query.Criteria.where("_id").is(id)),
        org.springframework.data.mongodb.core.query.Update.update("staff.newer", "kept"),
        "wards");

    aggregates.update(Ward.class, id, it -> Change.silent(it.withStaff(new Ward.Staff(4, null))));

    assertThat(stored().get("staff", Document.class))
        .isEqualTo(new Document("nurses", 4).append("newer", "kept"));
  }

  record Bed(@Id String id, String reference, long revision) {}

  @Test
  @DisplayName("never takes a reference that another document has for an older event")
  void sameReference() {
    mongo
        .indexOps("beds")
        .createIndex(
            new org.springframework.data.mongodb.core.index.Index(
                    "reference", org.springframework.data.domain.Sort.Direction.ASC)
                .unique());
    assertThat(Projections.upsert(mongo, "beds", "1", 2, new Bed("1", "B-1", 2))).isTrue();

    assertThat(Projections.upsert(mongo, "beds", "1", 1, new Bed("1", "B-1", 1))).isFalse();
    assertThatThrownBy(() -> Projections.upsert(mongo, "beds", "2", 1, new Bed("2", "B-1", 1)))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  @DisplayName("ignores for a part what is older than what it holds")
  void olderIsIgnored() {
    create();

    assertThat(aggregates.project(Ward.class, id, "beds", 5, new Ward.Beds(5, 1))).isTrue();
    assertThat(aggregates.project(Ward.class, id, "beds", 4, new Ward.Beds(4, 2))).isFalse();
    assertThat(aggregates.project(Ward.class, id, "beds", 5, new Ward.Beds(5, 3))).isFalse();
    assertThat(aggregates.find(Ward.class, id).orElseThrow().beds()).isEqualTo(new Ward.Beds(5, 1));
  }

  @Test
  @DisplayName("refuses to create twice, and to change what does not exist")
  void creation() {
    create();

    assertThatThrownBy(this::create).isInstanceOf(DuplicateKeyException.class);
    assertThatThrownBy(() -> aggregates.update(Ward.class, UUID.randomUUID(), Change::none))
        .isInstanceOf(NotFound.class);
  }

  @Test
  @DisplayName("tries without end what an outage stops, and loses nothing")
  void outage() {
    listening.outages.set(4); // more than the three tries of what fails by its content
    create();

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> listening.heard.stream().anyMatch(it -> it.subject().equals(id)));
    assertThat(published.of(Topics.deadLetters(Topics.TIMELINE), id)).isEmpty();
  }

  @Test
  @DisplayName("puts aside what fails by its content and goes on")
  void deadLetter() {
    published.send(Topics.TIMELINE, id, "{\"id\": \"no id at all\"}");

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !published.of(Topics.deadLetters(Topics.TIMELINE), id).isEmpty());
  }

  @Test
  @DisplayName("never puts aside who may see a case: its partition waits")
  void accessChanged() {
    listening.failures.set(3); // all the tries that another type has

    published.send(Topics.CASES, id, "{\"type\": \"case.access-changed.v1\"}");
    published.send(Topics.CASES, id, "{\"type\": \"case.taken.v1\"}");

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(listening.cases).containsExactly(id.toString(), id.toString()));
    assertThat(published.of(Topics.CASES + ".dlt", id)).isEmpty();
  }

  @Test
  @DisplayName("puts another event of a case aside that fails as often")
  void otherOfACase() {
    listening.failures.set(3);

    published.send(Topics.CASES, id, "{\"type\": \"case.taken.v1\"}");

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> published.of(Topics.CASES + ".dlt", id).size() == 1);
    assertThat(listening.cases).doesNotContain(id.toString());
  }

  @Test
  @DisplayName("hears an event of a type that this build does not know as one without data")
  void unknownType() {
    published.send(
        Topics.TIMELINE,
        id,
        """
        {"id": "%s", "type": "note.sung.v9", "timestamp": "2026-11-24T06:40:00.000Z",
         "subject": "%s", "version": 1, "actor": null, "exercise": false, "data": {"key": "C"}}
        """
            .formatted(UUID.randomUUID(), id));

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> listening.heard.stream().anyMatch(it -> it.subject().equals(id)));
    assertThat(listening.heard)
        .filteredOn(it -> it.subject().equals(id))
        .allMatch(it -> it.data() == null);
    assertThat(meters.counter("pris.events.unknown", "topic", Topics.TIMELINE).count())
        .isPositive();
  }
}
