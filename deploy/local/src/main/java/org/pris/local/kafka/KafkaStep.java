package org.pris.local.kafka;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.pris.contracts.Topics;
import org.pris.local.process.SecretFiles;

/**
 * Brings a broker to {@code deploy/kafka/access.yml}: makes the topics, a user per service, and
 * exactly the ACLs that follow from it. It may run as often as one likes; what somebody else has
 * granted, and a user that no service is, go again.
 */
public final class KafkaStep {

  /** The broker's own name, above all ACLs. */
  static final String BROKER = "broker";

  private final Admin admin;

  private KafkaStep(Admin admin) {
    this.admin = admin;
  }

  /**
   * {@code KafkaStep access.yml}, with {@code SPRING_KAFKA_BOOTSTRAP_SERVERS}, {@code
   * PRIS_KAFKA_REPLICATION} and {@code PRIS_KAFKA_…_PASSWORD} of the broker and of each service in
   * the environment, or the same as {@link SecretFiles}.
   */
  static void main(String[] arguments) throws ExecutionException, InterruptedException {
    var values = SecretFiles.read(System.getenv());
    var access = KafkaAccess.read(Path.of(arguments[0]));
    var passwords =
        access.keySet().stream()
            .collect(Collectors.toMap(it -> it, it -> required(values, passwordOf(it))));
    var brokers = required(values, "SPRING_KAFKA_BOOTSTRAP_SERVERS");
    var replication = Short.parseShort(required(values, "PRIS_KAFKA_REPLICATION"));
    var own = required(values, passwordOf(BROKER));
    try (var admin = Admin.create(connection(brokers, BROKER, own))) {
      apply(admin, access, passwords, replication);
    }
    System.out.println("Kafka is as " + arguments[0] + " says");
  }

  /** How a client comes to the broker by name: services are given the same by their environment. */
  public static Map<String, Object> connection(String brokers, String name, String password) {
    var module = "org.apache.kafka.common.security.scram.ScramLoginModule";
    return Map.of(
        "bootstrap.servers",
        brokers,
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "SCRAM-SHA-512",
        "sasl.jaas.config",
        "%s required username=\"%s\" password=\"%s\";".formatted(module, name, password));
  }

  static void apply(
      Admin admin, Map<String, KafkaAccess> access, Map<String, String> passwords, short copies)
      throws ExecutionException, InterruptedException {
    var step = new KafkaStep(admin);
    step.topics(copies);
    step.users(passwords);
    step.acls(access);
  }

  /** What is missing is made; what is there gets the settings that it should have by now. */
  private void topics(short replication) throws ExecutionException, InterruptedException {
    var there = admin.listTopics().names().get();
    var absent =
        Topics.layout(replication).stream()
            .filter(it -> !there.contains(it.name()))
            .map(it -> new NewTopic(it.name(), it.partitions(), replication).configs(it.settings()))
            .toList();
    admin.createTopics(absent).all().get();
    admin
        .incrementalAlterConfigs(
            Topics.layout(replication).stream()
                .filter(it -> there.contains(it.name()))
                .collect(
                    Collectors.toMap(
                        it -> new ConfigResource(ConfigResource.Type.TOPIC, it.name()),
                        it -> settings(it.settings()))))
        .all()
        .get();
  }

  private static Collection<AlterConfigOp> settings(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(it ->
            new AlterConfigOp(
                new ConfigEntry(it.getKey(), it.getValue()), AlterConfigOp.OpType.SET))
        .toList();
  }

  /** Passwords are set each time, so that a new one in the environment is the one that counts. */
  private void users(Map<String, String> passwords)
      throws ExecutionException, InterruptedException {
    var changes = new ArrayList<UserScramCredentialAlteration>();
    admin
        .describeUserScramCredentials()
        .all()
        .get()
        .forEach((name, its) -> {
          if (!name.equals(BROKER) && !passwords.containsKey(name)) {
            its.credentialInfos().stream()
                .map(ScramCredentialInfo::mechanism)
                .forEach(it -> changes.add(new UserScramCredentialDeletion(name, it)));
          }
        });
    var rounds = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 8192);
    passwords.forEach(
        (name, password) -> changes.add(new UserScramCredentialUpsertion(name, rounds, password)));
    admin.alterUserScramCredentials(changes).all().get();
  }

  /** What is missing comes first, so that a running service is refused nothing on the way. */
  private void acls(Map<String, KafkaAccess> access)
      throws ExecutionException, InterruptedException {
    var wanted =
        access.entrySet().stream()
            .flatMap(it -> it.getValue().bindings(it.getKey()))
            .collect(Collectors.toSet());
    var there = admin.describeAcls(AclBindingFilter.ANY).values().get();
    var missing = new HashSet<>(wanted);
    missing.removeAll(there);
    admin.createAcls(missing).all().get();
    List<AclBindingFilter> foreign =
        there.stream().filter(it -> !wanted.contains(it)).map(it -> it.toFilter()).toList();
    admin.deleteAcls(foreign).all().get();
  }

  public static String passwordOf(String name) {
    return "PRIS_KAFKA_" + name.toUpperCase(Locale.ROOT) + "_PASSWORD";
  }

  private static String required(Map<String, String> values, String name) {
    return Objects.requireNonNull(values.get(name), name + " is not set");
  }
}
