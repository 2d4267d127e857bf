package org.pris.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Phase;
import org.pris.contracts.Progress;
import org.pris.contracts.Progress.PhaseProgress;
import org.pris.contracts.Severity;
import org.pris.contracts.TaskEvent.TasksLaidOut;
import org.pris.contracts.Topics;
import org.pris.notification.delivery.Lane;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpMethod;

/** From a case event on Kafka, through the store, to an endpoint that verifies what it gets. */
@NotificationFlow
@DisplayName("Notifications")
class OrderFlowTest {

  @Autowired Callers callers;
  @Autowired Published published;
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
  @DisplayName("of a case arrive signed, in order, without gaps, one by one")
  void inOrder() {
    tell(1, 8);

    agency.arrive(8);
    assertThat(receiver.sequences()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    assertThat(receiver.got()).allMatch(it -> it.signedWith(agency.secret()));
    assertThat(receiver.got().getFirst().json().at("/type").asString()).isEqualTo("case.taken.v1");
    assertThat(receiver.got().getFirst().json().at("/data/link").asString())
        .isEqualTo("https://pris.example/cases/PRIS-2026-000146");
    agency.settle("DELIVERED");
  }

  @Test
  @DisplayName("of a redelivered event take one sequence and go out once")
  void redelivered() {
    var event = theCase.taken();
    published.send(Topics.CASES, event);
    published.send(Topics.CASES, event);
    published.send(Topics.CASES, event);
    tell(2, 2);

    agency.arrive(2);
    agency.settle("DELIVERED");
    assertThat(receiver.sequences()).containsExactly(1L, 2L);
  }

  @Test
  @DisplayName("count on where a crash left the count behind")
  void count() {
    tell(1, 2);
    agency.arrive(2);
    agency.settle("DELIVERED");
    mongo.updateMulti(new Query(), new Update().set("last", 0L), Lane.class);

    tell(3, 3);

    agency.arrive(3);
    assertThat(receiver.sequences()).containsExactly(1L, 2L, 3L);
  }

  @Test
  @DisplayName("are tried again under the same id with the same body, and nothing overtakes")
  void retry() {
    var refusals = new AtomicInteger(2);
    receiver.answers(it -> it.sequence() == 2 && refusals.getAndDecrement() > 0 ? 500 : 200);

    tell(1, 3);

    agency.arrive(5);
    assertThat(receiver.sequences()).containsExactly(1L, 2L, 2L, 2L, 3L);
    var second = receiver.got().stream().filter(it -> it.sequence() == 2).toList();
    assertThat(second).extracting(Receiver.Got::id).containsOnly(second.getFirst().id());
    assertThat(second).extracting(Receiver.Got::text).containsOnly(second.getFirst().text());
    assertThat(receiver.got()).allMatch(it -> it.signedWith(agency.secret()));
    agency.settle("DELIVERED");
    assertThat(agency.log("").get(1).at("/attempts").valueStream())
        .extracting(it -> it.at("/status").asInt())
        .containsExactly(500, 500, 200);
    assertThat(agency.health("state")).isEqualTo("OK");
  }

  @Test
  @DisplayName("are only those that the endpoint wants, counted without gaps")
  void filtered() {
    agency.patch(Map.of("departments", List.of("73"), "minimumSeverity", "MAJOR"));
    published.send(Topics.CASES, theCase.at(1).taken());
    published.send(Topics.CASES, theCase.in("73").at(2).of(Severity.MINOR, null).taken());
    published.send(Topics.CASES, theCase.in("73").at(3).taken());
    published.send(Topics.CASES, theCase.in("73").forExercise().at(4).taken());
    published.send(Topics.CASES, theCase.in("73").at(5).of(Severity.CRISIS, null).taken());

    agency.arrive(2);
    agency.settle("DELIVERED");
    assertThat(receiver.sequences()).containsExactly(1L, 2L);
    assertThat(receiver.got())
        .extracting(it -> it.json().at("/data/revision").asInt())
        .containsExactly(3, 5);
  }

  @Test
  @DisplayName("tell of the progress of tasks only who asks for it")
  void tasks() {
    agency.patch(Map.of("events", List.of("tasks.laid-out")));
    tell(1, 1);
    var phases = List.of(new PhaseProgress(Phase.CONTAINMENT, 4, 1, 3));
    var progress = new Progress(2, List.of(1), phases, 3, 0);
    var laidOut = new TasksLaidOut(theCase.at(1).state(), progress, 1, "ransomware", List.of());
    published.send(Topics.TASKS, theCase.event(laidOut));

    agency.arrive(1);

    assertThat(receiver.got().getFirst().json().at("/type").asString())
        .isEqualTo("tasks.laid-out.v1");
    assertThat(receiver.got().getFirst().json().at("/data/progress/0/total").asInt()).isEqualTo(4);
  }

  @Test
  @DisplayName("wait in order while their endpoint is paused")
  void paused() {
    assertThat(agency.patch(Map.of("paused", true)).at("/health/state")).isEqualTo("PAUSED");
    tell(1, 3);
    await().atMost(Agency.PATIENCE).until(() -> agency.health("waiting").equals("3"));
    assertThat(receiver.got()).isEmpty();
    assertThat(agency.states()).containsExactlyInAnyOrder("DUE", "WAITING");

    agency.patch(Map.of("paused", false));

    agency.arrive(3);
    assertThat(receiver.sequences()).containsExactly(1L, 2L, 3L);
  }

  @Test
  @DisplayName("end with their endpoint, whose log stays")
  void deleted() {
    receiver.answers(503);
    tell(1, 2);
    agency.arrive(1);

    admin.send(HttpMethod.DELETE, agency.path(""), null);

    assertThat(admin.get(agency.path("")).status()).isEqualTo(404);
    agency.settle("ENDED");
    var one = agency.log("").getFirst().at("/id").asString();
    assertThat(admin.post("/api/deliveries/" + one + "/replay").at("/reasons/0/code"))
        .isEqualTo("WEBHOOK_DELETED");
    assertThat(admin.post(agency.path("/test")).status()).isEqualTo(404);
  }

  private void tell(int from, int to) {
    for (var revision = from; revision <= to; revision++) {
      published.send(Topics.CASES, theCase.at(revision).taken());
    }
  }
}
