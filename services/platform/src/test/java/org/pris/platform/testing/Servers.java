package org.pris.platform.testing;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.platform.testing.standin.MongoStandIn;
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

  private static @Nullable String kafka;

  private static @Nullable String mongo;

  /** Kafka's bootstrap servers. */
  public static synchronized String kafka() {
    if (kafka == null) {
      kafka = isDockerAvailable() ? kafkaInContainer() : kafkaInThisProcess();
    }
    return kafka;
  }

  /** A connection string to a database of that name. */
  public static synchronized String mongo(String database) {
    if (mongo == null) {
      mongo = isDockerAvailable() ? mongoInContainer() : MongoStandIn.inMemory().uri("%s");
    }
    return mongo.formatted(database);
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
                "pris.jwks-uri", issuer.keys(),
                "pris.listener.exit", "false")) // the tests' own process goes on
        .applyTo(context);
  }

  private static boolean isDockerAvailable() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  @SuppressWarnings("resource") // ends with the JVM
  private static String kafkaInContainer() {
    var container = new KafkaContainer("apache/kafka-native:4.1.0");
    container.start();
    return container.getBootstrapServers();
  }

  @SuppressWarnings("resource")
  private static String mongoInContainer() {
    var container = new MongoDBContainer("mongo:8.0");
    container.start();
    return container.getReplicaSetUrl("%s") + "?w=majority&journal=true";
  }

  private static String kafkaInThisProcess() {
    EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 12).kafkaPorts(0);
    broker.brokerProperties(
        Map.of(
            "auto.create.topics.enable",
            "false",
            "group.initial.rebalance.delay.ms",
            "0",
            "offsets.topic.num.partitions",
            "1",
            "log.cleaner.enable",
            "false"));
    broker.afterPropertiesSet();
    Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
    return broker.getBrokersAsString();
  }
}
