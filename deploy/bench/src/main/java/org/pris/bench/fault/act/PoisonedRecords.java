package org.pris.bench.fault.act;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.pris.bench.fault.observation.AcceptedWrites;
import org.pris.bench.fault.observation.BrokerReader;
import org.pris.bench.fault.observation.PublishedEvents;
import org.pris.contracts.Topics;
import org.pris.local.kafka.DeadLetters;

/**
 * What an operator has to do with records that services put aside: some are events that a fault,
 * mended since, kept a service from reading, and are replayed; some are nobody's, and discarded.
 */
final class PoisonedRecords {

  /** Under which the ledger counts them. */
  static final String REPLAYED = "dead letter replayed";

  static final String DISCARDED = "dead letter discarded";

  private final Map<String, Object> kafka;

  private final DeadLetters letters;

  private final AcceptedWrites ledger;

  PoisonedRecords(String address, AcceptedWrites ledger) {
    this.kafka = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, address);
    this.letters = new DeadLetters(kafka, "operator", Clock.systemUTC());
    this.ledger = ledger;
  }

  /** Puts aside an event of some case, as a service with a fault of its own would. */
  void putAside(RandomGenerator random) throws ExecutionException, InterruptedException {
    var place = new TopicPartition(PublishedEvents.CASES, random.nextInt(Topics.PARTITIONS));
    try (var consumer =
            new KafkaConsumer<>(kafka, new StringDeserializer(), new StringDeserializer());
        var producer = producer()) {
      consumer.assign(List.of(place));
      var end = consumer.endOffsets(List.of(place)).getOrDefault(place, 0L);
      if (end == 0) {
        return;
      }
      consumer.seek(place, random.nextLong(end));
      for (var event : consumer.poll(Duration.ofSeconds(2))) {
        if (!BrokerReader.POISON.equals(event.key())) {
          producer
              .send(
                  new ProducerRecord<>(
                      Topics.deadLetters(event.topic()),
                      event.partition(),
                      event.key(),
                      event.value(),
                      event.headers()))
              .get();
          return;
        }
      }
    }
  }

  /** Writes what nobody can read, on a topic that every service reads. */
  void poison() throws ExecutionException, InterruptedException {
    try (var producer = producer()) {
      producer.send(new ProducerRecord<>(PublishedEvents.CASES, BrokerReader.POISON, "{")).get();
    }
  }

  /** Decides of all that wait: nobody's are discarded, events are replayed. */
  void decide() throws ExecutionException, InterruptedException {
    for (var letter : letters.waiting()) {
      if (BrokerReader.POISON.equals(letter.key())) {
        letters.discard(letter, "not of any service");
        ledger.count(DISCARDED);
      } else {
        letters.replay(List.of(letter));
        ledger.count(REPLAYED);
      }
    }
  }

  private KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", kafka.get("bootstrap.servers"), "acks", "all"),
        new StringSerializer(),
        new StringSerializer());
  }
}
