package org.pris.local.kafka;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pris.local.kafka.Attempts.assertRefused;
import static org.pris.local.kafka.Attempts.tried;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pris.contracts.Topics;
import org.pris.local.deployment.Probes;

/** Every service tries everything on a real broker, once the step has been there. */
@DisplayName("On a broker brought to the table of access")
class KafkaStepTest {

  static final Map<String, KafkaAccess> ACCESS = KafkaAccess.read(Path.of("../kafka/access.yml"));
  static final List<String> TOPICS = Topics.layout(1).stream().map(Topics.Layout::name).toList();
  static final Set<String> GROUPS =
      ACCESS.values().stream().flatMap(it -> it.groups().stream()).collect(toSet());

  static GuardedKafka kafka;
  static Admin admin;

  static Stream<String> services() {
    return ACCESS.keySet().stream();
  }

  static KafkaAccess of(String service) {
    return requireNonNull(ACCESS.get(service));
  }

  static Map<String, String> passwords() {
    return services().collect(toMap(it -> it, GuardedKafka::password));
  }

  @BeforeAll
  static void bring(@TempDir Path folder) throws Exception {
    kafka = GuardedKafka.start(folder);
    admin = kafka.admin();
    KafkaStep.apply(admin, ACCESS, passwords(), (short) 1);
    // a record everywhere, or reading could not be told from finding nothing
    try (var producer = kafka.producer(KafkaStep.BROKER)) {
      for (var topic : TOPICS) {
        producer.send(new ProducerRecord<>(topic, 0, "key", "{}")).get();
      }
    }
  }

  @AfterAll
  static void end() throws Exception {
    admin.close();
    kafka.close();
  }

  @ParameterizedTest
  @MethodSource("services")
  @DisplayName("a service writes its own topics and the dead letters of what it reads, no other")
  void writes(String service) {
    var allowed = new HashSet<>(of(service).writes());
    allowed.addAll(of(service).putsAside());

    try (var producer = kafka.producer(service)) {
      assertThat(
              tried(TOPICS, topic -> producer.send(new ProducerRecord<>(topic, "k", "{}")).get()))
          .isEqualTo(allowed);
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  @DisplayName("a service reads what it reads, no other topic and no dead letters")
  void reads(String service) {
    try (var consumer = kafka.consumer(service, null)) {
      var read =
          tried(
              TOPICS,
              topic -> {
                var partition = List.of(new TopicPartition(topic, 0));
                consumer.assign(partition);
                consumer.seekToBeginning(partition);
                assertThat(consumer.poll(Duration.ofSeconds(5)).isEmpty()).isFalse();
              });
      assertThat(read).isEqualTo(of(service).reads().keySet());
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  @DisplayName("a service joins its own groups, and cannot move another's")
  void groups(String service) {
    var partition = new TopicPartition(of(service).reads().keySet().iterator().next(), 0);

    var joined =
        tried(
            GROUPS,
            group -> {
              try (var consumer = kafka.consumer(service, group)) {
                consumer.assign(List.of(partition));
                consumer.commitSync(Map.of(partition, new OffsetAndMetadata(0)));
              }
            });
    assertThat(joined).isEqualTo(of(service).groups());
  }

  @ParameterizedTest
  @MethodSource("services")
  @DisplayName("a service sees at its start that all topics are there, and administers nothing")
  void administers(String service) throws Exception {
    try (var its = Admin.create(kafka.connection(service))) {
      assertThat(its.describeTopics(TOPICS).allTopicNames().get()).hasSize(TOPICS.size());
      assertThat(its.describeCluster().nodes().get()).hasSize(1);
      its.listOffsets(Map.of(new TopicPartition(Topics.CASES, 0), OffsetSpec.latest())).all().get();

      assertRefused(
          () -> its.createTopics(List.of(new NewTopic("pris.x", 1, (short) 1))).all().get());
      assertRefused(() -> its.deleteTopics(List.of(Topics.CASES)).all().get());
      assertRefused(() -> its.describeAcls(AclBindingFilter.ANY).values().get());
      assertRefused(() -> its.describeUserScramCredentials().all().get());
      var broker = GuardedKafka.user(KafkaStep.BROKER, "taken over");
      assertRefused(() -> its.alterUserScramCredentials(List.of(broker)).all().get());
    }
  }

  @Test
  @DisplayName("the backup reads every topic there is: one that it may not read ends it")
  void backedUp() {
    assertThat(of("backup").reads().keySet()).containsExactlyInAnyOrderElementsOf(TOPICS);
  }

  @Test
  @DisplayName("the backup sees how far each group has come, and no service sees it of another's")
  void progress() throws Exception {
    var group = "triage";
    try (var its = Admin.create(kafka.connection("backup"))) {
      assertThat(its.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get())
          .isNotNull();
      assertRefused(() -> its.deleteConsumerGroups(List.of(group)).all().get());
    }
    try (var its = Admin.create(kafka.connection("notification"))) {
      assertRefused(
          () -> its.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get());
    }
  }

  @Test
  @DisplayName("the probe finds the broker ready without starting Java, and a silent port not")
  void probe() throws Exception {
    assertThat(Probes.run("../kafka/ready", kafka.port())).isZero();
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Probes.run("../kafka/ready", silent.getLocalPort())).isNotZero();
    }
  }

  @Test
  @DisplayName("dead letters are kept for ever, those of a topic that was made before too")
  void keptForEver() throws Exception {
    var place = new ConfigResource(ConfigResource.Type.TOPIC, Topics.deadLetters(Topics.CASES));
    var before =
        new AlterConfigOp(new ConfigEntry("retention.ms", "1000"), AlterConfigOp.OpType.SET);
    admin.incrementalAlterConfigs(Map.of(place, List.of(before))).all().get();

    KafkaStep.apply(admin, ACCESS, passwords(), (short) 1);

    var settings = admin.describeConfigs(List.of(place)).all().get().get(place);
    assertThat(requireNonNull(settings).get("retention.ms").value()).isEqualTo("-1");
  }

  @Test
  @DisplayName("a message is on the disk before it is acknowledged, for there is no other copy")
  void flushed() throws Exception {
    var broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
    var settings = admin.describeConfigs(List.of(broker)).all().get().get(broker);

    assertThat(requireNonNull(settings).get("log.flush.interval.messages").value()).isEqualTo("1");
  }

  @Test
  @DisplayName("nobody comes in without a password, or with a wrong one")
  void strangers() {
    for (var properties :
        List.of(
            kafka.connection("triage", "wrong"),
            kafka.connection("web", "anything"),
            Map.<String, Object>of(
                "bootstrap.servers", kafka.connection("", "").get("bootstrap.servers")))) {
      var hasty = new HashMap<>(properties);
      hasty.put("default.api.timeout.ms", 2_000);
      hasty.put("request.timeout.ms", 1_000);
      try (var stranger = Admin.create(hasty)) {
        assertThatThrownBy(() -> stranger.describeCluster().nodes().get())
            .cause()
            .isInstanceOfAny(
                SaslAuthenticationException.class,
                org.apache.kafka.common.errors.TimeoutException.class);
      }
    }
  }

  @Test
  @DisplayName(
      "the step, run again, takes away what was granted beside the table, and nothing else")
  void again() throws Exception {
    var before = acls();
    var stray = new KafkaAccess(Set.of("pris.stray"), Map.of(), null).bindings("stray").toList();
    admin.createAcls(stray).all().get();
    admin.alterUserScramCredentials(List.of(GuardedKafka.user("stray", "x"))).all().get();

    KafkaStep.apply(admin, ACCESS, passwords(), (short) 1);

    assertThat(acls()).isEqualTo(before);
    assertThat(admin.describeUserScramCredentials().users().get())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(services(), Stream.of(KafkaStep.BROKER)).toList());
    assertThat(admin.listTopics().names().get()).containsExactlyInAnyOrderElementsOf(TOPICS);
  }

  @Test
  @DisplayName("no log shows a password")
  void quiet() throws Exception {
    assertThat(kafka.log()).isNotEmpty().doesNotContain(GuardedKafka.PASSWORD, "-of-a-test");
  }

  private static Set<?> acls() throws ExecutionException, InterruptedException {
    return new HashSet<>(admin.describeAcls(AclBindingFilter.ANY).values().get());
  }
}
