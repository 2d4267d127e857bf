package org.pris.local;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pris.contracts.Topics;

/** Every service tries everything on a real broker, once the step has been there. */
@DisplayName("On a broker brought to the table of access")
class KafkaStepTest {

  static final Map<String, KafkaAccess> ACCESS = KafkaAccess.read(Path.of("../kafka/access.yml"));
  static final List<String> TOPICS =
      Topics.ALL.stream().flatMap(it -> Stream.of(it, Topics.deadLetters(it))).toList();
  static final Set<String> GROUPS =
      ACCESS.values().stream().flatMap(it -> it.groups().stream()).collect(toSet());

  @TempDir static Path folder;
  static GuardedKafka kafka;
  static Admin admin;

  static Stream<String> services() {
    return ACCESS.keySet().stream();
  }

  static KafkaAccess of(String service) {
    return requireNonNull(ACCESS.get(service));
  }

  static String password(String service) {
    return service + "-of-a-test";
  }

  static Map<String, String> passwords() {
    return services().collect(toMap(it -> it, KafkaStepTest::password));
  }

  @BeforeAll
  static void bring() throws Exception {
    kafka = GuardedKafka.start(folder);
    admin = kafka.admin();
    KafkaStep.apply(admin, ACCESS, passwords(), (short) 1);
    // a record everywhere, or reading could not be told from finding nothing
    try (var producer = producer(KafkaStep.BROKER, GuardedKafka.PASSWORD)) {
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

    try (var producer = producer(service, password(service))) {
      assertThat(
              tried(TOPICS, topic -> producer.send(new ProducerRecord<>(topic, "k", "{}")).get()))
          .isEqualTo(allowed);
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  @DisplayName("a service reads what it reads, no other topic and no dead letters")
  void reads(String service) {
    try (var consumer = consumer(service, null)) {
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
              try (var consumer = consumer(service, group)) {
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
    try (var its = Admin.create(kafka.connection(service, password(service)))) {
      assertThat(its.describeTopics(TOPICS).allTopicNames().get()).hasSize(TOPICS.size());
      assertThat(its.describeCluster().nodes().get()).hasSize(1);
      its.listOffsets(Map.of(new TopicPartition(Topics.CASES, 0), OffsetSpec.latest())).all().get();

      assertRefused(
          () -> its.createTopics(List.of(new NewTopic("pris.x", 1, (short) 1))).all().get());
      assertRefused(() -> its.deleteTopics(List.of(Topics.CASES)).all().get());
      assertRefused(() -> its.describeAcls(AclBindingFilter.ANY).values().get());
      assertRefused(() -> its.describeUserScramCredentials().all().get());
      assertRefused(() ->
          its.alterUserScramCredentials(List.of(user(KafkaStep.BROKER, "taken over"))).all().get());
    }
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
    var stray = new KafkaAccess(Set.of("pris.stray"), Map.of()).bindings("stray").toList();
    admin.createAcls(stray).all().get();
    admin.alterUserScramCredentials(List.of(user("stray", "x"))).all().get();

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

  private static UserScramCredentialUpsertion user(String name, String password) {
    return new UserScramCredentialUpsertion(
        name,
        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 8192),
        password.getBytes(StandardCharsets.UTF_8));
  }

  interface Attempt {
    void at(String name) throws Exception;
  }

  /** Those that the broker let through; anything but yes and no fails the test. */
  private static Set<String> tried(Iterable<String> names, Attempt attempt) {
    var allowed = new HashSet<String>();
    for (var name : names) {
      try {
        attempt.at(name);
        allowed.add(name);
      } catch (AuthorizationException refused) {
        // as it should be, or the comparison shows it
      } catch (ExecutionException e) {
        assertThat(e).hasCauseInstanceOf(AuthorizationException.class);
      } catch (Exception e) {
        throw new AssertionError(name, e);
      }
    }
    return allowed;
  }

  private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
    assertThatThrownBy(attempt).hasCauseInstanceOf(AuthorizationException.class);
  }

  private static KafkaProducer<String, String> producer(String name, String password) {
    var settings = new HashMap<>(kafka.connection(name, password));
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  private static KafkaConsumer<String, String> consumer(
      String service, @org.jspecify.annotations.Nullable String group) {
    var settings = new TreeMap<>(kafka.connection(service, password(service)));
    settings.put("enable.auto.commit", false);
    if (group != null) {
      settings.put("group.id", group);
    }
    return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
  }
}
