package org.pris.local.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.pris.local.process.Folders;
import org.pris.local.process.Options;
import org.pris.local.process.Ports;
import org.pris.local.process.Program;
import org.pris.local.process.StartFailed;

/** The real broker, alone and small, its own controller; formats its folder at the first start. */
public final class KafkaBroker {

  private KafkaBroker() {}

  public static Program program(Options options, Folders home, Ports ports) {
    var data = home.data("kafka");
    var settings = data.resolve("server.properties");
    try {
      Files.writeString(settings, settings(data, ports));
    } catch (IOException e) {
      throw new StartFailed("Cannot write " + settings, e);
    }
    var command = Program.ours(options, "256m", "512m", KafkaBroker.class, settings);
    return new Program("kafka", command, Map.of(), ready(ports));
  }

  public static String address(Ports ports) {
    return "127.0.0.1:" + ports.of("kafka");
  }

  /**
   * A session of 3 s, for after a crash the broker waits until its old one is over. Each message is
   * on the disk before it is acknowledged, for there is no other copy of it.
   */
  static String settings(Path data, Ports ports) {
    return """
    process.roles=broker,controller
    node.id=1
    controller.listener.names=CONTROLLER
    controller.quorum.voters=1@127.0.0.1:%2$d
    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
    log.dirs=%3$s
    auto.create.topics.enable=false
    log.flush.interval.messages=1
    num.network.threads=1
    num.io.threads=2
    log.cleaner.dedupe.buffer.size=2097152
    log.index.size.max.bytes=1048576
    broker.session.timeout.ms=3000
    broker.heartbeat.interval.ms=500
    group.initial.rebalance.delay.ms=0
    offsets.topic.num.partitions=4
    offsets.topic.replication.factor=1
    offsets.retention.minutes=129600
    transaction.state.log.num.partitions=1
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    share.coordinator.state.topic.num.partitions=1
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    """
        .formatted(ports.of("kafka"), ports.of("kafka-controller"), data.resolve("log"));
  }

  private static BooleanSupplier ready(Ports ports) {
    return () -> {
      if (!Program.listens(ports.of("kafka"))) {
        return false;
      }
      Map<String, Object> settings =
          Map.of(
              "bootstrap.servers",
              address(ports),
              "default.api.timeout.ms",
              3000,
              "request.timeout.ms",
              2000);
      try (var admin = Admin.create(settings)) {
        return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
      } catch (ExecutionException | TimeoutException notYet) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    };
  }

  /** {@code KafkaBroker server.properties}. */
  static void main(String... arguments) {
    var format =
        new String[] {
          "format",
          "--ignore-formatted",
          "--cluster-id",
          "cHJpcy1sb2NhbC1jbHVzdA",
          "--config",
          arguments[0]
        };
    if (StorageTool.execute(format, System.out) != 0) {
      throw new StartFailed("Kafka's folder cannot be formatted");
    }
    Kafka.main(arguments);
  }
}
