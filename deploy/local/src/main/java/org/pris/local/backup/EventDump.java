package org.pris.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** Reads a stretch of each partition, without a group and so without a trace. */
record EventDump(Map<String, Object> settings) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How many events of each topic were written below the folder. */
  Map<String, Long> write(Path folder, Map<TopicPartition, Stretch> stretches) throws IOException {
    Files.createDirectories(folder);
    var counts = new TreeMap<String, Long>();
    for (var topic : topics(stretches.keySet())) {
      var its = new HashMap<>(stretches);
      its.keySet().removeIf(it -> !it.topic().equals(topic));
      var count = new AtomicLong();
      try (var writer = writer(folder.resolve(topic + ".json.gz"))) {
        read(
            its,
            read -> {
              write(writer, Message.of(read));
              count.incrementAndGet();
            });
      }
      counts.put(topic, count.get());
    }
    return counts;
  }

  private static Set<String> topics(Set<TopicPartition> partitions) {
    return partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet());
  }

  void read(Map<TopicPartition, Stretch> stretches, Consumer<ConsumerRecord<byte[], byte[]>> sink) {
    var left = new HashMap<>(stretches);
    left.values().removeIf(Stretch::isEmpty);
    var bytes = new ByteArrayDeserializer();
    var consuming = new HashMap<>(settings);
    consuming.put("enable.auto.commit", false);
    consuming.put("auto.offset.reset", "earliest"); // what Kafka has thrown away is gone
    try (var consumer = new KafkaConsumer<>(consuming, bytes, bytes)) {
      consumer.assign(left.keySet());
      left.forEach((partition, stretch) -> consumer.seek(partition, stretch.begin()));
      var last = System.nanoTime();
      while (!left.isEmpty()) {
        var some = consumer.poll(Duration.ofSeconds(1));
        if (!some.isEmpty()) {
          last = System.nanoTime();
        } else if (System.nanoTime() - last > PATIENCE.toNanos()) {
          throw new IllegalStateException("Kafka gives no more of " + left);
        }
        for (var read : some) {
          var stretch = left.get(new TopicPartition(read.topic(), read.partition()));
          if (stretch != null && read.offset() < stretch.end()) {
            sink.accept(read);
          }
        }
        left.entrySet().removeIf(it -> consumer.position(it.getKey()) >= it.getValue().end());
        consumer.assign(left.keySet()); // keeps the positions of those that stay
      }
    }
  }

  private static void write(BufferedWriter writer, Message message) {
    try {
      writer.write(JsonMapper.shared().writeValueAsString(message));
      writer.newLine();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static BufferedWriter writer(Path file) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), UTF_8));
  }
}
