package org.pris.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.notification.delivery.DeliveryDispatcher;
import org.pris.notification.delivery.Lane;
import org.pris.notification.webhook.Webhook;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpMethod;

/** What becomes of notifications when endpoints, or this service, fail. */
@NotificationFlow
@DisplayName("Notifications of an endpoint that fails")
class FailureFlowTest {

  @Autowired Callers callers;
  @Autowired Published published;
  @Autowired DeliveryDispatcher courier;
  @Autowired MongoOperations mongo;

  Agency agency;
  Administrator admin;
  Receiver receiver;
  CaseFixture theCase = CaseFixture.any();

  @BeforeEach
  void join() throws IOException {
    agency = Agency.join(callers);
    admin = agency.admin();
    receiver = agency.receiver();
  }

  @AfterEach
  void leave() {
    agency.close();
  }

  @Test
  @DisplayName("survive a restart, before and between their attempts")
  void restart() {
    receiver.answers(503);
    tell(1, 1);
    agency.arrive(1);
    courier.stop();
    tell(2, 3);
    await().atMost(Agency.PATIENCE).until(() -> agency.log("").size() == 3);
    var before = receiver.got().size();
    receiver.answers(200);

    courier.start();

    agency.settle("DELIVERED");
    assertThat(receiver.sequences().subList(before, receiver.got().size()))
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  @DisplayName("wait where it answered 410, which pauses it, until an administrator lets it go on")
  void gone() {
    receiver.answers(410);
    tell(1, 2);
    await().atMost(Agency.PATIENCE).until(() -> agency.health("state").equals("PAUSED"));

    assertThat(agency.health("goneSince")).isNotEmpty();
    assertThat(receiver.got()).hasSize(1);
    assertThat(heardNothing()).contains("ARS ARA, veille");

    receiver.answers(200);
    assertThat(agency.patch(Map.of("paused", false)).status()).isEqualTo(200);
    agency.settle("DELIVERED");
    assertThat(agency.health("goneSince")).isEmpty();
    assertThat(heardNothing()).doesNotContain("ARS ARA, veille");
  }

  @Test
  @DisplayName("are told to responders, without the address")
  void health() {
    receiver.answers(500);
    tell(1, 2);
    await().atMost(Agency.PATIENCE).until(() -> heardNothing().contains("ARS ARA, veille"));

    assertThat(heardNothing()).contains("\"waiting\":2").doesNotContain(receiver.url());
    for (var role : List.of(Role.DECLARANT, Role.AUTHORITY, Role.REPORTER)) {
      assertThat(new Administrator(callers.as("x", role)).get("/api/webhooks/health").status())
          .isEqualTo(403);
    }
  }

  private String heardNothing() {
    return new Administrator(callers.as("responder1", Role.RESPONDER))
        .get("/api/webhooks/health")
        .text();
  }

  @Test
  @DisplayName("wait for the lease of a process that died, and go out when it has run out")
  void lease() {
    receiver.answers(503);
    tell(1, 1);
    agency.arrive(1);
    courier.stop();
    var until = Instant.now().plusSeconds(2);
    mongo.updateMulti(
        new Query(),
        new Update().set("leaseUntil", until).set("lease", UUID.randomUUID()),
        Lane.class);
    receiver.answers(200);
    var before = receiver.got().size();

    courier.start();

    agency.arrive(before + 1);
    assertThat(Instant.now()).isAfter(until);
    agency.settle("DELIVERED");
  }

  @Test
  @DisplayName("of a dead endpoint delay no other, and of it only the oldest is tried")
  void dead() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var dead =
          Agency.created(admin.create("http://127.0.0.1:" + silent.getLocalPort(), Map.of()));
      for (var i = 0; i < 20; i++) {
        published.send(Topics.CASES, CaseFixture.any().taken());
      }
      tell(1, 5);

      var start = Instant.now();
      agency.arrive(25);

      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
      await().atMost(Agency.PATIENCE).until(() -> admin.health(dead, "state").equals("FAILING"));
      assertThat(admin.health(dead, "waiting")).isEqualTo("25");
      assertThat(admin.health(dead, "nextTryAt")).isNotEmpty();
      assertThat(admin.health(dead, "givesUpAt")).isNotEmpty();
      admin.send(HttpMethod.DELETE, "/api/webhooks/" + dead, null);
    }
  }

  @Test
  @DisplayName("of a failing endpoint go out all at once after one success")
  void recovery() {
    receiver.answers(500);
    tell(1, 1);
    agency.arrive(1);
    var oldest = receiver.got().getFirst().id();
    for (var i = 0; i < 12; i++) {
      published.send(Topics.CASES, CaseFixture.any().taken());
    }
    await().atMost(Agency.PATIENCE).until(() -> agency.health("waiting").equals("13"));
    assertThat(receiver.got()).extracting(Receiver.Got::id).containsOnly(oldest);
    receiver.answers(200);

    admin.post(agency.path("/retry"));

    agency.settle("DELIVERED");
    assertThat(agency.health("state")).isEqualTo("OK");
  }

  @Test
  @DisplayName("that are refused hold back their own case and no other")
  void refused() {
    receiver.answers(
        it -> it.json().at("/data/caseId").asString().equals(theCase.id().toString()) ? 422 : 200);
    tell(1, 2);
    agency.arrive(1);

    var other = CaseFixture.any();
    published.send(Topics.CASES, other.taken());

    await()
        .atMost(Agency.PATIENCE)
        .until(() -> receiver.got().stream().anyMatch(it -> it.text().contains(other.id() + "")));
    assertThat(agency.health("state")).isEqualTo("OK");
    assertThat(agency.states()).containsExactlyInAnyOrder("DELIVERED", "RETRYING", "WAITING");
    assertThat(agency.waiting().at("/waitsFor").asInt()).isEqualTo(1);
  }

  @Test
  @DisplayName("are put aside when their time is spent, hold their case, and go on when replayed")
  void exhausted() {
    receiver.answers(503);
    tell(1, 2);
    agency.arrive(1);
    var longAgo = Instant.now().minus(Duration.ofDays(6));
    mongo.updateMulti(new Query(), new Update().set("headSince", longAgo), Lane.class);
    mongo.updateMulti(
        new Query(Criteria.where("failing").exists(true)),
        new Update().set("failing.since", longAgo),
        Webhook.class);

    agency.settle("EXHAUSTED", "WAITING");
    receiver.answers(200);
    assertThat(agency.waiting().at("/waitsFor").asInt()).isEqualTo(1);
    var putAside = agency.log("?status=EXHAUSTED").getFirst().at("/id").asString();
    assertThat(admin.post("/api/deliveries/" + putAside + "/replay").status()).isEqualTo(200);

    agency.settle("DELIVERED");
    assertThat(receiver.sequences()).endsWith(1L, 2L).doesNotContainSequence(2L, 1L);
  }

  private void tell(int from, int to) {
    for (var revision = from; revision <= to; revision++) {
      published.send(Topics.CASES, theCase.at(revision).taken());
    }
  }
}
