package org.pris.bench.load.measure;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.pris.local.Stack;

/**
 * What database and broker allow on this machine, without anything of ours: one document of the
 * size of a declaration inserted with a journaled acknowledgement, one event of that size sent with
 * {@code acks=all}. Nothing that does both can be quicker.
 */
public record Limits(Stack stack, Duration time) {

  private static final String TEXT = "Réseau coupé du dehors à 6 h 10. ".repeat(60);
  private static final String SCRATCH = "bench";
  private static final String TOPIC = "bench.raw";
  private static final int PARTITIONS = 12;

  /** More fills a database that holds all in memory, and what comes after measures its garbage. */
  private static final int ENOUGH = 20_000;

  /** At the same rate as the load, then by so many at once as fast as it goes. */
  public List<Measure> measure(double perSecond, int atOnce) throws InterruptedException {
    try (var client = MongoClients.create(stack.mongoUri(SCRATCH));
        var producer = producer()) {
      var database = client.getDatabase("pris_local_" + SCRATCH);
      var scratch = database.getCollection("raw");
      createTopic();
      insert(scratch); // connects
      send(producer);
      var measures =
          List.of(
              Measure.limit(
                  "raw journaled insert, %.0f/s".formatted(perSecond),
                  paced(perSecond, () -> insert(scratch))),
              Measure.limit(
                  "raw acks=all send, %.0f/s".formatted(perSecond),
                  paced(perSecond, () -> send(producer))),
              Measure.limit(
                  "raw journaled insert, %d at once".formatted(atOnce),
                  crowd(atOnce, () -> insert(scratch))),
              Measure.limit(
                  "raw acks=all send, %d at once".formatted(atOnce),
                  crowd(atOnce, () -> send(producer))));
      database.drop();
      return measures;
    }
  }

  /** A page's worth of documents, found by their order of insertion and read. */
  public Measure read(String service, String collection, int count, double perSecond)
      throws InterruptedException {
    try (var client = MongoClients.create(stack.mongoUri(service))) {
      var documents = client.getDatabase("pris_local_" + service).getCollection(collection);
      return Measure.limit(
          "raw read of %d documents, %.0f/s".formatted(count, perSecond),
          paced(perSecond, () -> documents.find().limit(count).into(new ArrayList<>(count))));
    }
  }

  private Samples paced(double perSecond, Runnable once) throws InterruptedException {
    var samples = new Samples();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var count = (long) (perSecond * time.toSeconds());
      var start = System.nanoTime();
      for (var i = 0L; i < count; i++) {
        var due = start + (long) (i / perSecond * 1e9);
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        threads.execute(() -> timed(samples, due, once));
      }
    }
    return samples;
  }

  private Samples crowd(int atOnce, Runnable once) {
    var samples = new Samples();
    var end = System.nanoTime() + time.toNanos();
    var left = new AtomicInteger(ENOUGH);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, atOnce)
          .forEach(_ ->
              threads.execute(() -> {
                while (System.nanoTime() < end && left.getAndDecrement() > 0) {
                  timed(samples, System.nanoTime(), once);
                }
              }));
    }
    return samples;
  }

  private static void timed(Samples samples, long from, Runnable once) {
    once.run();
    samples.add(from, System.nanoTime());
  }

  private static void insert(MongoCollection<Document> into) {
    into.insertOne(new Document("_id", UUID.randomUUID().toString()).append("text", TEXT));
  }

  private void createTopic() {
    try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", stack.kafka()))) {
      var known = admin.listTopics().names().get();
      if (!known.contains(TOPIC)) {
        var topic = new NewTopic(TOPIC, PARTITIONS, (short) 1);
        admin.createTopics(List.of(topic)).all().get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker makes no topic", e);
    }
  }

  private static void send(KafkaProducer<String, String> producer) {
    var message = new ProducerRecord<>(TOPIC, UUID.randomUUID().toString(), TEXT);
    try {
      producer.send(message).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker refused", e);
    }
  }

  private KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            stack.kafka(),
            "acks",
            "all",
            "enable.idempotence",
            true,
            "linger.ms",
            0),
        new StringSerializer(),
        new StringSerializer());
  }
}
