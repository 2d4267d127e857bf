package org.pris.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.OpenApiDocument;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
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
      "pris.web.url=https://pris.example"
    })
@DisplayName("Notifications")
class NotificationFlowTest {

  static final Duration PATIENCE = Duration.ofSeconds(20);

  @Autowired Callers callers;
  @Autowired Published published;
  @Autowired Courier courier;

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
    assertThat(created.status()).isEqualTo(201);
    id = UUID.fromString(created.at("/id"));
    secret = created.at("/secret");
  }

  @AfterEach
  void remove() {
    admin.send(HttpMethod.DELETE, "/api/webhooks/" + id, null);
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
    await().atMost(PATIENCE).until(() -> states("").equals(java.util.Set.of("DELIVERED")));
  }

  void tell(int from, int to) {
    for (var revision = from; revision <= to; revision++) {
      published.send(Topics.CASES, theCase.at(revision).taken());
    }
  }

  void arrive(int count) {
    await().atMost(PATIENCE).until(() -> receiver.got().size() >= count);
  }

  java.util.Set<String> states(String query) {
    return admin.log(id, query).stream()
        .map(NotificationFlowTest::state)
        .collect(java.util.stream.Collectors.toSet());
  }

  static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  static String state(JsonNode delivery) {
    return delivery.path("state").asString();
  }
}
