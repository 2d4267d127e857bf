package org.pris.local.backup;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * Makes backups: all databases as they were at one moment, and the events that were on Kafka then
 * and not heard by everybody.
 *
 * <p>An event leaves its document's outbox once Kafka has it. If the moment fell between the two
 * readings, an event could be in neither, or one in Kafka that no database knows; so Kafka is asked
 * before and after, and another moment is taken until nothing was published in between.
 */
final class Backup {

  private static final int ATTEMPTS = 100;

  private static final int NUMBERS = 9400;

  private final MongoClient mongo;
  private final Map<String, Object> kafka;
  private final String prefix;

  Backup(MongoClient mongo, Map<String, Object> kafka, String prefix) {
    this.mongo = mongo;
    this.kafka = kafka;
    this.prefix = prefix;
  }

  /**
   * {@code Backup [--once] FOLDER}; see {@link Connections}. {@code PRIS_BACKUP_EVERY} (an ISO
   * duration) and {@code PRIS_BACKUP_DAYS} say how often and for how long; {@code PRIS_DATABASES}
   * is how their names begin.
   */
  static void main(String... arguments)
      throws IOException, ExecutionException, InterruptedException {
    var environment = System.getenv();
    var archive = new Archive(Path.of(arguments[arguments.length - 1]));
    if (arguments[0].equals("--once")) {
      make(environment, archive);
      return;
    }
    var every = Duration.parse(environment.getOrDefault("PRIS_BACKUP_EVERY", "PT1H"));
    Numbers.serve(archive, NUMBERS);
    while (true) {
      try {
        make(environment, archive);
      } catch (IOException | ExecutionException | RuntimeException e) {
        // by its class alone: a message may quote what it could not write
        System.err.println(
            "The backup failed, and is tried again later: " + e.getClass().getName());
      }
      Thread.sleep(every);
    }
  }

  private static void make(Map<String, String> environment, Archive archive)
      throws IOException, ExecutionException, InterruptedException {
    var connections = new Connections(environment);
    try (var mongo = connections.mongo()) {
      var prefix = environment.getOrDefault("PRIS_DATABASES", "pris_");
      var made = new Backup(mongo, connections.kafka(), prefix).make(archive);
      System.out.println(made.getFileName() + ": " + Manifest.read(made).total() + " documents");
    }
    archive.thin(
        Instant.now(), Integer.parseInt(environment.getOrDefault("PRIS_BACKUP_DAYS", "30")));
  }

  /** Where it is. */
  Path make(Archive archive) throws IOException, ExecutionException, InterruptedException {
    var now = Instant.now();
    var folder = archive.begin(now);
    try (var admin = Admin.create(kafka)) {
      var offsets = new Offsets(admin);
      var partitions = offsets.partitions();
      for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
        var from = offsets.unheard(partitions);
        var before = offsets.ends(partitions);
        try (var dump = DatabaseDump.open(mongo, prefix)) {
          var quiet = offsets.ends(partitions).equals(before);
          if (dump.isSnapshot() && !quiet) {
            continue;
          }
          var documents = dump.write(Archive.databases(folder));
          // without a snapshot all that was published while it was read is heard again
          var to = dump.isSnapshot() ? before : offsets.ends(partitions);
          var events =
              new EventDump(kafka).write(Archive.events(folder), Stretch.between(from, to));
          new Manifest(now, dump.isSnapshot(), offsets.cluster(), documents, events, byTopic(to))
              .write(folder);
          return archive.complete(folder);
        }
      }
      throw new IllegalStateException(
          "Something was published at each of %d attempts".formatted(ATTEMPTS));
    }
  }

  private static Map<String, Map<Integer, Long>> byTopic(Map<TopicPartition, Long> ends) {
    var byTopic = new HashMap<String, Map<Integer, Long>>();
    ends.forEach((partition, end) ->
        byTopic
            .computeIfAbsent(partition.topic(), _ -> new TreeMap<>())
            .put(partition.partition(), end));
    return byTopic;
  }
}
