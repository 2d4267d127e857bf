package org.pris.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings the topics to a backup: what they hold goes, for it tells of a future that the databases
 * no longer know; what was under way then comes anew, and every group begins with it.
 */
final class EventLoad {

  private final Admin admin;
  private final Offsets offsets;
  private final Map<String, Object> settings;

  EventLoad(Admin admin, Map<String, Object> settings) {
    this.admin = admin;
    this.offsets = new Offsets(admin);
    this.settings = settings;
  }

  void empty() throws ExecutionException, InterruptedException {
    var ends = offsets.ends(offsets.partitions());
    var deleted = new HashMap<TopicPartition, RecordsToDelete>();
    ends.forEach((partition, end) -> deleted.put(partition, RecordsToDelete.beforeOffset(end)));
    admin.deleteRecords(deleted).all().get();
    for (var group : offsets.committed().entrySet()) {
      var begin = new HashMap<TopicPartition, OffsetAndMetadata>();
      ends.forEach((partition, end) -> {
        if (Offsets.reads(group.getValue(), partition.topic())) {
          begin.put(partition, new OffsetAndMetadata(end));
        }
      });
      if (!begin.isEmpty()) {
        admin.alterConsumerGroupOffsets(group.getKey(), begin).all().get();
      }
    }
  }

  void load(Path backup, Manifest manifest)
      throws IOException, ExecutionException, InterruptedException {
    var producing = new HashMap<>(settings);
    producing.put("acks", "all");
    producing.put("enable.idempotence", true);
    var bytes = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(producing, bytes, bytes)) {
      for (var topic : manifest.events().keySet()) {
        try (var lines = lines(Archive.events(backup).resolve(topic + ".json.gz"))) {
          for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            producer.send(JsonMapper.shared().readValue(line, Message.class).to(topic)).get();
          }
        }
      }
    }
  }

  private static BufferedReader lines(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8));
  }
}
