package org.pris.platform.testing;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * The one place where flow tests take their servers from, started once a JVM and ended with it:
 * cached contexts outlive a test class. Each context gets a database of its own.
 */
public final class Servers
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private record Running(String kafka, String mongo) {}

  private static @Nullable Running running;

  /** Kafka's bootstrap servers. */
  public static String kafka() {
    return running().kafka();
  }

  /** A connection string to a database of that name. */
  public static String mongo(String database) {
    return running().mongo().formatted(database);
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var application = context.getEnvironment().getProperty("spring.application.name", "test");
    var database =
        application + "_" + UUID.randomUUID().toString().substring(0, 8).toLowerCase(Locale.ROOT);
    var issuer = Issuer.running();
    TestPropertyValues.of(
            Map.of(
                "spring.kafka.bootstrap-servers", kafka(),
                "spring.mongodb.uri", mongo(database),
                "pris.issuer", issuer.url(),
                "pris.jwks-uri", issuer.keys()))
        .applyTo(context);
  }

  private static synchronized Running running() {
    if (running == null) {
      running =
          DockerClientFactory.instance().isDockerAvailable() ? inContainers() : inThisProcess();
    }
    return running;
  }

  @SuppressWarnings("resource") // ends with the JVM
  private static Running inContainers() {
    var kafka = new KafkaContainer("apache/kafka-native:4.1.0");
    var mongo = new MongoDBContainer("mongo:8.0");
    kafka.start();
    mongo.start();
    return new Running(
        kafka.getBootstrapServers(), mongo.getReplicaSetUrl("%s") + "?w=majority&journal=true");
  }

  @SuppressWarnings("resource")
  private static Running inThisProcess() {
    EmbeddedKafkaBroker kafka = new EmbeddedKafkaKraftBroker(1, 12).kafkaPorts(0);
    kafka.brokerProperties(
        Map.of(
            "auto.create.topics.enable",
            "false",
            "group.initial.rebalance.delay.ms",
            "0",
            "offsets.topic.num.partitions",
            "1",
            "log.cleaner.enable",
            "false"));
    kafka.afterPropertiesSet();
    Runtime.getRuntime().addShutdownHook(new Thread(kafka::destroy));
    var mongo = MongoStandIn.inMemory();
    return new Running(kafka.getBrokersAsString(), mongo.uri("%s"));
  }
}
