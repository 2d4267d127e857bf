package org.pris.local.backup;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings databases and topics back to a backup, while no service runs. Interrupted, it is run
 * again. It says which declarations came after the backup, as far as this Kafka still knows: their
 * hospitals have to be called.
 */
final class Restore {

  private static final String DECLARATIONS = "pris.declarations";

  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final MongoClient mongo;
  private final Map<String, Object> kafka;
  private final String prefix;
  private final Consumer<String> console;

  Restore(MongoClient mongo, Map<String, Object> kafka, String prefix, Consumer<String> console) {
    this.mongo = mongo;
    this.kafka = kafka;
    this.prefix = prefix;
    this.console = console;
  }

  /** {@code Restore BACKUP}; see {@link Connections}. */
  static void main(String... arguments)
      throws IOException, ExecutionException, InterruptedException {
    var environment = System.getenv();
    var connections = new Connections(environment);
    var prefix = environment.getOrDefault("PRIS_DATABASES", "pris_");
    try (var mongo = connections.mongo()) {
      new Restore(mongo, connections.kafka(), prefix, System.out::println)
          .from(Path.of(arguments[0]));
    }
  }

  void from(Path backup) throws IOException, ExecutionException, InterruptedException {
    var manifest = Manifest.read(backup);
    try (var admin = Admin.create(kafka)) {
      var offsets = new Offsets(admin);
      awaitStopped(offsets);
      if (offsets.partitions().isEmpty()) {
        throw new IllegalStateException("Kafka has no topics yet: run its step first");
      }
      var lost = since(manifest, offsets);
      var events = new EventLoad(admin, kafka);
      var databases = new DatabaseLoad(mongo);
      databases.empty(prefix);
      events.empty();
      databases.load(backup, manifest);
      databases.leap(manifest);
      events.load(backup, manifest);
      console.accept(
          "Back to %s: %d documents, events under way %s"
              .formatted(manifest.at(), manifest.total(), manifest.events()));
      lost.forEach(it -> console.accept("LOST, call them: " + it));
    }
  }

  /** Kafka takes a while to notice that one has gone without a word. */
  private static void awaitStopped(Offsets offsets)
      throws ExecutionException, InterruptedException {
    var until = Instant.now().plus(PATIENCE);
    for (var running = offsets.active(); !running.isEmpty(); running = offsets.active()) {
      if (Instant.now().isAfter(until)) {
        throw new IllegalStateException("These services still run: stop them first: " + running);
      }
      Thread.sleep(Duration.ofSeconds(1));
    }
  }

  /** Codes only: reference, establishment and time of each declaration that came since. */
  private List<String> since(Manifest manifest, Offsets offsets)
      throws ExecutionException, InterruptedException {
    if (!offsets.cluster().equals(manifest.kafka())) {
      console.accept("This is another Kafka than then: what came after the backup is not known");
      return List.of();
    }
    var from = new HashMap<TopicPartition, Long>();
    manifest
        .ends()
        .getOrDefault(DECLARATIONS, Map.of())
        .forEach((partition, end) -> from.put(new TopicPartition(DECLARATIONS, partition), end));
    var lost = new TreeSet<String>();
    new EventDump(kafka)
        .read(
            Stretch.between(from, offsets.ends(from.keySet())),
            read -> {
              var event = JsonMapper.shared().readTree(read.value());
              if (event.path("type").asString("").startsWith("declaration.submitted")) {
                var data = event.path("data").path("declaration");
                lost.add(
                    "%s %s of %s"
                        .formatted(
                            event.path("timestamp").asString(""),
                            data.path("reference").asString(event.path("subject").asString("")),
                            data.at("/establishment/finess").asString("")));
              }
            });
    return List.copyOf(lost);
  }
}
