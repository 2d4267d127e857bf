package org.pris.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Phase;
import org.pris.contracts.Progress;
import org.pris.contracts.Progress.PhaseProgress;
import org.pris.contracts.Role;
import org.pris.contracts.Severity;
import org.pris.contracts.TaskEvent.TasksLaidOut;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.OpenApiDocument;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** From a case event on Kafka, through the store, to an endpoint that verifies what it gets. */
@FlowTest
@TestPropertySource(
    properties = {
      "pris.secret.keys=k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
      "pris.webhooks.allowed-private=127.0.0.0/8,::1/128",
      "pris.webhooks.first-retry=200ms",
      "pris.webhooks.sweep-every=100ms",
      "pris.webhooks.attempt-timeout=2s",
      "pris.web.url=https://pris.example"
    })
@DisplayName("Notifications")
class NotificationFlowTest {

  static final Duration PATIENCE = Duration.ofSeconds(20);

  @Autowired Callers callers;
  @Autowired Published published;
  @Autowired Courier courier;
  @Autowired MongoOperations mongo;

  Administrator admin;
  Receiver receiver;
  UUID id;
  String secret;
  CaseFixture theCase = CaseFixture.any();

  @BeforeEach
  void endpoint() throws IOException {
    admin = new Administrator(callers.as("admin1", Role.ADMIN));
    receiver = new Receiver();
    var created = admin.create(receiver.url(), Map.of());
    id = created(created);
    secret = created.at("/secret");
  }

  @AfterEach
  void remove() {
    delete(id);
    receiver.close();
  }

  @Test
  @DisplayName("are described by an OpenAPI document")
  void openApi() {
    assertThat(OpenApiDocument.write(callers.nobody(), "notification")).isNotEmptyFile();
  }

  @Test
  @DisplayName("of a case arrive signed, in order, without gaps, one by one")
  void inOrder() {
    tell(1, 8);

    arrive(8);
    assertThat(receiver.sequences()).containsExactlyElementsOf(upTo(8));
    assertThat(receiver.got()).allMatch(it -> it.signedWith(secret));
    assertThat(receiver.got().getFirst().json().at("/type").asString()).isEqualTo("case.taken.v1");
    assertThat(receiver.got().getFirst().json().at("/data/link").asString())
        .isEqualTo("https://pris.example/cases/PRIS-2026-000146");
    settle("DELIVERED");
  }

  @Test
  @DisplayName("are tried again under the same id with the same body, and nothing overtakes")
  void retry() {
    var refusals = new AtomicInteger(2);
    receiver.answers(it -> it.sequence() == 2 && refusals.getAndDecrement() > 0 ? 500 : 200);

    tell(1, 3);

    arrive(5);
    assertThat(receiver.sequences()).containsExactly(1L, 2L, 2L, 2L, 3L);
    var second = receiver.got().stream().filter(it -> it.sequence() == 2).toList();
    assertThat(second).extracting(Receiver.Got::id).containsOnly(second.getFirst().id());
    assertThat(second).extracting(Receiver.Got::text).containsOnly(second.getFirst().text());
    assertThat(receiver.got()).allMatch(it -> it.signedWith(secret));
    settle("DELIVERED");
    assertThat(admin.log(id, "").get(1).at("/attempts").valueStream())
        .extracting(it -> it.at("/status").asInt())
        .containsExactly(500, 500, 200);
    assertThat(admin.health(id, "state")).isEqualTo("OK");
  }

  @Test
  @DisplayName("survive a restart, before and between their attempts")
  void restart() {
    receiver.answers(503);
    tell(1, 1);
    arrive(1);
    courier.stop();
    tell(2, 3);
    await().atMost(PATIENCE).until(() -> admin.log(id, "").size() == 3);
    var before = receiver.got().size();
    receiver.answers(200);

    courier.start();

    settle("DELIVERED");
    assertThat(receiver.sequences().subList(before, receiver.got().size()))
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  @DisplayName("wait for the lease of a process that died, and go out when it has run out")
  void lease() {
    receiver.answers(503);
    tell(1, 1);
    arrive(1);
    courier.stop();
    var until = Instant.now().plusSeconds(2);
    mongo.updateMulti(
        new Query(),
        new Update().set("leaseUntil", until).set("lease", UUID.randomUUID()),
        Lane.class);
    receiver.answers(200);
    var before = receiver.got().size();

    courier.start();

    arrive(before + 1);
    assertThat(Instant.now()).isAfter(until);
    settle("DELIVERED");
  }

  @Test
  @DisplayName("of a redelivered event take one sequence and go out once")
  void redelivered() {
    var event = theCase.taken();
    published.send(Topics.CASES, event);
    published.send(Topics.CASES, event);
    published.send(Topics.CASES, event);
    tell(2, 2);

    arrive(2);
    settle("DELIVERED");
    assertThat(receiver.sequences()).containsExactly(1L, 2L);
  }

  @Test
  @DisplayName("count on where a crash left the count behind")
  void count() {
    tell(1, 2);
    arrive(2);
    settle("DELIVERED");
    mongo.updateMulti(new Query(), new Update().set("last", 0L), Lane.class);

    tell(3, 3);

    arrive(3);
    assertThat(receiver.sequences()).containsExactly(1L, 2L, 3L);
  }

  @Test
  @DisplayName("of a dead endpoint delay no other, and of it only the oldest is tried")
  void dead() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var dead = created(admin.create("http://127.0.0.1:" + silent.getLocalPort(), Map.of()));
      for (var i = 0; i < 20; i++) {
        published.send(Topics.CASES, CaseFixture.any().taken());
      }
      tell(1, 5);

      var start = Instant.now();
      arrive(25);

      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
      await().atMost(PATIENCE).until(() -> admin.health(dead, "state").equals("FAILING"));
      assertThat(admin.health(dead, "waiting")).isEqualTo("25");
      assertThat(admin.health(dead, "nextTryAt")).isNotEmpty();
      assertThat(admin.health(dead, "givesUpAt")).isNotEmpty();
      delete(dead);
    }
  }

  @Test
  @DisplayName("of a failing endpoint go out all at once after one success")
  void recovery() {
    receiver.answers(500);
    tell(1, 1);
    arrive(1);
    var oldest = receiver.got().getFirst().id();
    for (var i = 0; i < 12; i++) {
      published.send(Topics.CASES, CaseFixture.any().taken());
    }
    await().atMost(PATIENCE).until(() -> admin.health(id, "waiting").equals("13"));
    assertThat(receiver.got()).extracting(Receiver.Got::id).containsOnly(oldest);
    receiver.answers(200);

    admin.post("/api/webhooks/" + id + "/retry");

    settle("DELIVERED");
    assertThat(admin.health(id, "state")).isEqualTo("OK");
  }

  @Test
  @DisplayName("that are refused hold back their own case and no other")
  void refused() {
    receiver.answers(
        it -> it.json().at("/data/caseId").asString().equals(theCase.id().toString()) ? 422 : 200);
    tell(1, 2);
    arrive(1);

    var other = CaseFixture.any();
    published.send(Topics.CASES, other.taken());

    await()
        .atMost(PATIENCE)
        .until(() -> receiver.got().stream().anyMatch(it -> it.text().contains(other.id() + "")));
    assertThat(admin.health(id, "state")).isEqualTo("OK");
    assertThat(states("")).containsExactlyInAnyOrder("DELIVERED", "RETRYING", "WAITING");
    assertThat(waiting().at("/waitsFor").asInt()).isEqualTo(1);
  }

  private JsonNode waiting() {
    return admin.log(id, "?status=PENDING").stream()
        .filter(it -> state(it).equals("WAITING"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("are put aside when their time is spent, hold their case, and go on when replayed")
  void exhausted() {
    receiver.answers(503);
    tell(1, 2);
    arrive(1);
    var longAgo = Instant.now().minus(Duration.ofDays(4));
    mongo.updateMulti(new Query(), new Update().set("headSince", longAgo), Lane.class);
    mongo.updateMulti(
        new Query(Criteria.where("failing").exists(true)),
        new Update().set("failing.since", longAgo),
        Webhook.class);

    await().atMost(PATIENCE).until(() -> states("").equals(Set.of("EXHAUSTED", "WAITING")));
    receiver.answers(200);
    assertThat(waiting().at("/waitsFor").asInt()).isEqualTo(1);
    var putAside = admin.log(id, "?status=EXHAUSTED").getFirst().at("/id").asString();
    assertThat(admin.post("/api/deliveries/" + putAside + "/replay").status()).isEqualTo(200);

    settle("DELIVERED");
    assertThat(receiver.sequences()).endsWith(1L, 2L).doesNotContainSequence(2L, 1L);
  }

  @Test
  @DisplayName("are replayed with the same id and body, one or a span of them")
  void replay() {
    tell(1, 3);
    arrive(3);
    settle("DELIVERED");
    var first = receiver.got().getFirst();

    var replayed = admin.post("/api/deliveries/" + first.id() + "/replay");

    assertThat(replayed.status()).isEqualTo(200);
    assertThat(replayed.at("/body")).isEqualTo(first.text());
    arrive(4);
    var again = receiver.got().getLast();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.signedWith(secret)).isTrue();
    settle("DELIVERED");
    assertThat(span(Map.of("dryRun", true)).at("/deliveries")).isEqualTo("3");
    assertThat(span(Map.of()).at("/deliveries")).isEqualTo("3");
    arrive(7);
    settle("DELIVERED");
    assertThat(receiver.sequences()).containsExactly(1L, 2L, 3L, 1L, 1L, 2L, 3L);
  }

  private Administrator.Answer span(Map<String, ?> more) {
    var body = new HashMap<String, Object>(more);
    body.put("from", "2020-01-01T00:00:00Z");
    body.put("to", "2100-01-01T00:00:00Z");
    return admin.send(HttpMethod.POST, "/api/webhooks/" + id + "/replay", body);
  }

  @Test
  @DisplayName("carry both signatures after a rotation, until the overlap is ended")
  void rotation() {
    var rotated = admin.post("/api/webhooks/" + id + "/secret").at("/secret");
    assertThat(rotated).startsWith("whsec_").isNotEqualTo(secret);
    tell(1, 1);
    arrive(1);

    assertThat(receiver.got().getFirst().signatures()).hasSize(2);
    assertThat(receiver.got().getFirst().signedWith(secret)).isTrue();
    assertThat(receiver.got().getFirst().signedWith(rotated)).isTrue();

    var path = "/api/webhooks/" + id + "/previous-secret";
    assertThat(admin.send(HttpMethod.DELETE, path, null).status()).isEqualTo(200);
    tell(2, 2);
    arrive(2);

    assertThat(receiver.got().getLast().signedWith(secret)).isFalse();
    assertThat(receiver.got().getLast().signedWith(rotated)).isTrue();
  }

  @Test
  @DisplayName("go to a new address with a new secret, and what the old one got does not")
  void moved() throws IOException {
    tell(1, 1);
    arrive(1);
    settle("DELIVERED");
    var old = receiver.got().getFirst().id();
    try (var next = new Receiver()) {
      var moved = patch(Map.of("url", next.url()));
      assertThat(moved.at("/secret")).startsWith("whsec_").isNotEqualTo(secret);

      var refused = admin.post("/api/deliveries/" + old + "/replay");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.at("/reasons/0/code")).isEqualTo("url-changed");
      assertThat(span(Map.of()).at("/deliveries")).isEqualTo("0");
      tell(2, 2);
      await().atMost(PATIENCE).until(() -> next.got().size() == 1);

      assertThat(next.sequences()).containsExactly(2L);
      assertThat(next.got().getFirst().signedWith(moved.at("/secret"))).isTrue();
      assertThat(next.got().getFirst().signedWith(secret)).isFalse();
      assertThat(receiver.got()).hasSize(1);
    }
  }

  private Administrator.Answer patch(Map<String, ?> change) {
    return admin.send(HttpMethod.PATCH, "/api/webhooks/" + id, change);
  }

  @Test
  @DisplayName("wait in order while their endpoint is paused")
  void paused() {
    assertThat(patch(Map.of("paused", true)).at("/health/state")).isEqualTo("PAUSED");
    tell(1, 3);
    await().atMost(PATIENCE).until(() -> admin.health(id, "waiting").equals("3"));
    assertThat(receiver.got()).isEmpty();
    assertThat(states("")).containsExactlyInAnyOrder("DUE", "WAITING");

    patch(Map.of("paused", false));

    arrive(3);
    assertThat(receiver.sequences()).containsExactly(1L, 2L, 3L);
  }

  @Test
  @DisplayName("are only those that the endpoint wants, counted without gaps")
  void filtered() {
    patch(Map.of("departments", List.of("73"), "minimumSeverity", "MAJOR"));
    published.send(Topics.CASES, theCase.at(1).taken());
    published.send(Topics.CASES, theCase.in("73").at(2).of(Severity.MINOR, null).taken());
    published.send(Topics.CASES, theCase.in("73").at(3).taken());
    published.send(Topics.CASES, theCase.in("73").forExercise().at(4).taken());
    published.send(Topics.CASES, theCase.in("73").at(5).of(Severity.CRISIS, null).taken());

    arrive(2);
    settle("DELIVERED");
    assertThat(receiver.sequences()).containsExactly(1L, 2L);
    assertThat(receiver.got())
        .extracting(it -> it.json().at("/data/revision").asInt())
        .containsExactly(3, 5);
  }

  @Test
  @DisplayName("tell of the progress of tasks only who asks for it")
  void tasks() {
    patch(Map.of("events", List.of("tasks.laid-out")));
    tell(1, 1);
    var phases = List.of(new PhaseProgress(Phase.CONTAINMENT, 4, 1, 3));
    var progress = new Progress(2, List.of(1), phases, 3);
    var laidOut = new TasksLaidOut(theCase.at(1).state(), progress, 1, "ransomware", List.of());
    published.send(Topics.TASKS, theCase.event(laidOut));

    arrive(1);

    assertThat(receiver.got().getFirst().json().at("/type").asString())
        .isEqualTo("tasks.laid-out.v1");
    assertThat(receiver.got().getFirst().json().at("/data/progress/0/total").asInt()).isEqualTo(4);
  }

  @Test
  @DisplayName("end with their endpoint, whose log stays")
  void deleted() {
    receiver.answers(503);
    tell(1, 2);
    arrive(1);

    delete(id);

    assertThat(admin.get("/api/webhooks/" + id).status()).isEqualTo(404);
    await().atMost(PATIENCE).until(() -> states("").equals(Set.of("ENDED")));
    var one = admin.log(id, "").getFirst().at("/id").asString();
    assertThat(admin.post("/api/deliveries/" + one + "/replay").at("/reasons/0/code"))
        .isEqualTo("webhook-deleted");
    assertThat(admin.post("/api/webhooks/" + id + "/test").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("are listed newest first, page by page")
  void pages() {
    tell(1, 5);
    arrive(5);

    var first = admin.get("/api/webhooks/" + id + "/deliveries?limit=3");
    var rest = admin.get("/api/webhooks/" + id + "/deliveries?limit=3&after=" + first.at("/next"));

    assertThat(sequences(first)).containsExactly(5L, 4L, 3L);
    assertThat(sequences(rest)).containsExactly(2L, 1L);
    assertThat(rest.json().path("next").isNull()).isTrue();
  }

  private static List<Long> sequences(Administrator.Answer page) {
    return page.json().path("items").valueStream().map(it -> it.at("/sequence").asLong()).toList();
  }

  @Test
  @DisplayName("can be tested: a signed message about no case, and what came of it")
  void test() {
    var well = admin.post("/api/webhooks/" + id + "/test");
    receiver.answers(401);
    var badly = admin.post("/api/webhooks/" + id + "/test");

    assertThat(well.at("/status")).isEqualTo("204");
    assertThat(badly.at("/status")).isEqualTo("401");
    assertThat(receiver.got().getFirst().signedWith(secret)).isTrue();
    assertThat(receiver.got().getFirst().json().at("/type").asString()).isEqualTo("webhook.test");
    assertThat(admin.log(id, "")).isEmpty();
  }

  void tell(int from, int to) {
    for (var revision = from; revision <= to; revision++) {
      published.send(Topics.CASES, theCase.at(revision).taken());
    }
  }

  void arrive(int count) {
    await().atMost(PATIENCE).until(() -> receiver.got().size() >= count);
  }

  void settle(String state) {
    await().atMost(PATIENCE).until(() -> states("").equals(Set.of(state)));
  }

  void delete(UUID webhook) {
    admin.send(HttpMethod.DELETE, "/api/webhooks/" + webhook, null);
  }

  static UUID created(Administrator.Answer answer) {
    assertThat(answer.status()).isEqualTo(201);
    return UUID.fromString(answer.at("/id"));
  }

  Set<String> states(String query) {
    return admin.log(id, query).stream()
        .map(NotificationFlowTest::state)
        .collect(Collectors.toSet());
  }

  static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  static String state(JsonNode delivery) {
    return delivery.path("state").asString();
  }
}
