package org.pris.local.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.pris.local.process.Options;
import org.pris.local.process.Ports;
import org.pris.local.process.Program;

/**
 * A broker as compose starts it, by the same script and the same settings; only where it listens
 * and where its folder is differ, and Kafka's own scripts are replaced by the classes they run.
 */
final class GuardedKafka implements AutoCloseable {

  static final String PASSWORD = password(KafkaStep.BROKER);

  private static final Path PARTS = Path.of("../kafka");

  private final Process process;
  private final Path log;
  private final String address;

  private GuardedKafka(Process process, Path log, String address) {
    this.process = process;
    this.log = log;
    this.address = address;
  }

  static GuardedKafka start(Path folder) throws IOException {
    var ports = Ports.free(Options.DEFAULTS);
    var address = "127.0.0.1:" + ports.of("kafka");
    Files.copy(PARTS.resolve("start"), folder.resolve("start"));
    Files.writeString(folder.resolve("kafka-broker"), PASSWORD);
    Files.writeString(folder.resolve("server.properties"), settings(folder, ports, address));
    script(folder, "kafka-storage.sh", StorageTool.class);
    script(folder, "kafka-server-start.sh", Kafka.class);
    var log = folder.resolve("kafka.log");
    var builder =
        new ProcessBuilder("sh", folder.resolve("start").toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("KAFKA_HOME", folder.toString());
    builder.environment().put("PRIS_SECRETS", folder.toString());
    return new GuardedKafka(builder.start(), log, address);
  }

  private static String settings(Path folder, Ports ports, String address) throws IOException {
    return Files.readString(PARTS.resolve("server.properties"))
            .replace("CLIENTS://:9092", "CLIENTS://" + address)
            .replace("CLIENTS://kafka:9092", "CLIENTS://" + address)
            .replace("127.0.0.1:9093", "127.0.0.1:" + ports.of("kafka-controller"))
            .replace("/var/lib/kafka/data", folder.resolve("data").toString())
            .replace("/run/secrets", folder.toString())
        + "\noffsets.topic.num.partitions=4\ngroup.initial.rebalance.delay.ms=0\n";
  }

  private static void script(Path folder, String name, Class<?> main) throws IOException {
    var command = String.join("' '", Program.ours("256m", main));
    var script = Files.createDirectories(folder.resolve("bin")).resolve(name);
    Files.writeString(script, "#!/bin/sh\nexec '" + command + "' \"$@\"\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  static String password(String name) {
    return name + "-of-a-test";
  }

  static UserScramCredentialUpsertion user(String name, String password) {
    var rounds = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 8192);
    return new UserScramCredentialUpsertion(name, rounds, password);
  }

  Map<String, Object> connection(String name) {
    return connection(name, password(name));
  }

  Map<String, Object> connection(String name, String password) {
    return KafkaStep.connection(address, name, password);
  }

  /** What the broker itself may do: everything. */
  Admin admin() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptionsMatching(it -> it instanceof KafkaException)
        .until(() -> Program.listens(port()));
    return Admin.create(connection(KafkaStep.BROKER));
  }

  /** As the outbox sends. */
  KafkaProducer<String, String> producer(String name) {
    var settings = new HashMap<>(connection(name));
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  KafkaConsumer<String, String> consumer(String name, @Nullable String group) {
    var settings = new HashMap<>(connection(name));
    settings.put("enable.auto.commit", false);
    if (group != null) {
      settings.put("group.id", group);
    }
    return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
  }

  int port() {
    return Integer.parseInt(address.split(":", -1)[1]);
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
