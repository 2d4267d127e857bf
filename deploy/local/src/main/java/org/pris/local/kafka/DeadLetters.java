package org.pris.local.kafka;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.pris.contracts.DeadLetterDecision;
import org.pris.contracts.DeadLetterDecision.Action;
import org.pris.contracts.Topics;
import tools.jackson.databind.json.JsonMapper;

/**
 * The events that were put aside and wait for somebody. What is done with one is told on a topic of
 * its own, after it was done: a crash between the two replays it once more, which harms nothing.
 */
public final class DeadLetters {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private record Place(String topic, int partition, long offset) {}

  private final Map<String, Object> kafka;
  private final String operator;
  private final Clock clock;

  /**
   * @param kafka how a client comes to the broker
   */
  public DeadLetters(Map<String, Object> kafka, String operator, Clock clock) {
    this.kafka = kafka;
    this.operator = operator;
    this.clock = clock;
  }

  /** By topic and partition, in the order of their offsets. */
  public List<DeadLetter> waiting() {
    var settings = new HashMap<>(kafka);
    settings.put("enable.auto.commit", false);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      var decided = decided(consumer);
      var letters = new ArrayList<DeadLetter>();
      for (var message : all(consumer, places())) {
        if (!decided.contains(new Place(message.topic(), message.partition(), message.offset()))) {
          letters.add(new DeadLetter(message));
        }
      }
      letters.sort(
          Comparator.comparing((DeadLetter it) -> it.message().topic())
              .thenComparingInt(it -> it.message().partition())
              .thenComparingLong(it -> it.message().offset()));
      return letters;
    }
  }

  private static List<TopicPartition> places() {
    return Topics.ALL.stream()
        .map(Topics::deadLetters)
        .flatMap(topic ->
            IntStream.range(0, Topics.PARTITIONS).mapToObj(it -> new TopicPartition(topic, it)))
        .toList();
  }

  private static Set<Place> decided(KafkaConsumer<String, String> consumer) {
    var decided = new HashSet<Place>();
    for (var message :
        all(consumer, List.of(new TopicPartition(Topics.DEAD_LETTER_DECISIONS, 0)))) {
      var one = JsonMapper.shared().readValue(message.value(), DeadLetterDecision.class);
      decided.add(new Place(one.topic(), one.partition(), one.offset()));
    }
    return decided;
  }

  private static List<ConsumerRecord<String, String>> all(
      KafkaConsumer<String, String> consumer, List<TopicPartition> places) {
    consumer.assign(places);
    consumer.seekToBeginning(places);
    var end = consumer.endOffsets(places, PATIENCE);
    var all = new ArrayList<ConsumerRecord<String, String>>();
    while (places.stream()
        .anyMatch(it -> consumer.position(it, PATIENCE) < end.getOrDefault(it, 0L))) {
      consumer.poll(PATIENCE).forEach(all::add);
    }
    return all;
  }

  /**
   * Sends them to the topics that they were on, each after the one before it was acknowledged.
   *
   * @param letters in the order of their offsets
   */
  public void replay(List<DeadLetter> letters) throws ExecutionException, InterruptedException {
    try (var producer = producer()) {
      for (var letter : letters) {
        var message = letter.message();
        var headers =
            Stream.of(message.headers().toArray())
                .filter(it -> !it.key().startsWith(DeadLetter.HEADERS))
                .toList();
        producer
            .send(
                new ProducerRecord<>(
                    letter.topic(), message.partition(), message.key(), message.value(), headers))
            .get();
        decide(producer, letter, Action.REPLAYED, "");
      }
    }
  }

  /** Replays all that wait. */
  public int replayAll() throws ExecutionException, InterruptedException {
    var letters = waiting();
    replay(letters);
    return letters.size();
  }

  public void discard(DeadLetter letter, String reason)
      throws ExecutionException, InterruptedException {
    try (var producer = producer()) {
      decide(producer, letter, Action.DISCARDED, reason);
    }
  }

  private void decide(
      KafkaProducer<String, String> producer, DeadLetter letter, Action action, String reason)
      throws ExecutionException, InterruptedException {
    var decision = letter.decided(action, reason, operator, clock.instant());
    var text = JsonMapper.shared().writeValueAsString(decision);
    producer.send(new ProducerRecord<>(Topics.DEAD_LETTER_DECISIONS, letter.place(), text)).get();
  }

  private KafkaProducer<String, String> producer() {
    var settings = new HashMap<>(kafka);
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }
}
