package org.pris.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpMethod;

/** Sending again, signing anew, and looking at what was sent. */
@NotificationFlow
@DisplayName("What was sent")
class ReplayFlowTest {

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
  @DisplayName("are replayed with the same id and body, one or a span of them")
  void replay() {
    tell(1, 3);
    agency.arrive(3);
    agency.settle("DELIVERED");
    var first = receiver.got().getFirst();

    var replayed = admin.post("/api/deliveries/" + first.id() + "/replay");

    assertThat(replayed.status()).isEqualTo(200);
    assertThat(replayed.at("/body")).isEqualTo(first.text());
    agency.arrive(4);
    var again = receiver.got().getLast();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.signedWith(agency.secret())).isTrue();
    agency.settle("DELIVERED");
    assertThat(agency.replayAll(Map.of("dryRun", true)).at("/deliveries")).isEqualTo("3");
    assertThat(agency.replayAll(Map.of()).at("/deliveries")).isEqualTo("3");
    agency.arrive(7);
    agency.settle("DELIVERED");
    assertThat(receiver.sequences()).containsExactly(1L, 2L, 3L, 1L, 1L, 2L, 3L);
  }

  @Test
  @DisplayName("leaves a record of who looked at it or sent it again, with the case it tells of")
  void audited() {
    tell(1, 1);
    agency.arrive(1);
    agency.settle("DELIVERED");
    var delivery = "/api/deliveries/" + receiver.got().getFirst().id();

    assertThat(admin.get(delivery).status()).isEqualTo(200);
    assertThat(admin.post(delivery + "/replay").status()).isEqualTo(200);

    assertThat(mongo.getCollection("audit").find(new Document("caseId", theCase.id())))
        .allSatisfy(
            it -> assertThat(it).containsEntry("what", "delivery").containsEntry("role", "ADMIN"))
        .extracting(it -> it.getString("action"), it -> it.getString("outcome"))
        .containsExactlyInAnyOrder(tuple("READ", "ALLOWED"), tuple("CHANGE", "ASKED"));
  }

  @Test
  @DisplayName("are replayed also while the last of their case is being sent")
  void replayedMeanwhile() {
    tell(1, 1);
    agency.arrive(1);
    agency.settle("DELIVERED");
    var replayed = new AtomicBoolean();
    receiver.answers(it -> {
      if (it.sequence() == 2 && replayed.compareAndSet(false, true)) {
        admin.post("/api/deliveries/" + receiver.got().getFirst().id() + "/replay");
      }
      return 200;
    });

    tell(2, 2);

    agency.arrive(3);
    assertThat(receiver.sequences()).containsExactly(1L, 2L, 1L);
    agency.settle("DELIVERED");
  }

  @Test
  @DisplayName("go to a new address with a new agency.secret(), and what the old one got does not")
  void moved() throws IOException {
    tell(1, 1);
    agency.arrive(1);
    agency.settle("DELIVERED");
    var old = receiver.got().getFirst().id();
    try (var next = new Receiver()) {
      var moved = agency.patch(Map.of("url", next.url()));
      assertThat(moved.at("/secret")).startsWith("whsec_").isNotEqualTo(agency.secret());

      var refused = admin.post("/api/deliveries/" + old + "/replay");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.at("/reasons/0/code")).isEqualTo("URL_CHANGED");
      assertThat(agency.replayAll(Map.of()).at("/deliveries")).isEqualTo("0");
      tell(2, 2);
      await().atMost(Agency.PATIENCE).until(() -> next.got().size() == 1);

      assertThat(next.sequences()).containsExactly(2L);
      assertThat(next.got().getFirst().signedWith(moved.at("/secret"))).isTrue();
      assertThat(next.got().getFirst().signedWith(agency.secret())).isFalse();
      assertThat(receiver.got()).hasSize(1);
    }
  }

  @Test
  @DisplayName("carry both signatures after a rotation, until the overlap is ended")
  void rotation() {
    var rotated = admin.post(agency.path("/secret")).at("/secret");
    assertThat(rotated).startsWith("whsec_").isNotEqualTo(agency.secret());
    tell(1, 1);
    agency.arrive(1);

    assertThat(receiver.got().getFirst().signatures()).hasSize(2);
    assertThat(receiver.got().getFirst().signedWith(agency.secret())).isTrue();
    assertThat(receiver.got().getFirst().signedWith(rotated)).isTrue();

    var path = agency.path("/previous-secret");
    assertThat(admin.send(HttpMethod.DELETE, path, null).status()).isEqualTo(200);
    tell(2, 2);
    agency.arrive(2);

    assertThat(receiver.got().getLast().signedWith(agency.secret())).isFalse();
    assertThat(receiver.got().getLast().signedWith(rotated)).isTrue();
  }

  @Test
  @DisplayName("are listed newest first, page by page")
  void pages() {
    tell(1, 5);
    agency.arrive(5);

    var first = admin.get(agency.path("/deliveries?limit=3"));
    var rest = admin.get(agency.path("/deliveries?limit=3&after=") + first.at("/next"));

    assertThat(sequences(first)).containsExactly(5L, 4L, 3L);
    assertThat(sequences(rest)).containsExactly(2L, 1L);
    assertThat(rest.json().path("next").isNull()).isTrue();
  }

  @Test
  @DisplayName("can be tested: a signed message about no case, and what came of it")
  void test() {
    var well = admin.post(agency.path("/test"));
    receiver.answers(401);
    var badly = admin.post(agency.path("/test"));

    assertThat(well.at("/status")).isEqualTo("204");
    assertThat(badly.at("/status")).isEqualTo("401");
    assertThat(receiver.got().getFirst().signedWith(agency.secret())).isTrue();
    assertThat(receiver.got().getFirst().json().at("/type").asString()).isEqualTo("webhook.test");
    assertThat(agency.log("")).isEmpty();
    assertThat(agency.health("attemptsOfTheDay")).isEqualTo("2");
    assertThat(agency.health("failuresOfTheDay")).isEqualTo("1");
    assertThat(agency.health("lastAttempt/status")).isEqualTo("401");
    assertThat(agency.health("state")).isEqualTo("OK");
  }

  private void tell(int from, int to) {
    for (var revision = from; revision <= to; revision++) {
      published.send(Topics.CASES, theCase.at(revision).taken());
    }
  }

  private static List<Long> sequences(Administrator.Answer page) {
    return page.json().path("items").valueStream().map(it -> it.at("/sequence").asLong()).toList();
  }
}
