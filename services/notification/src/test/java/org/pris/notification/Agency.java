package org.pris.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pris.contracts.Role;
import org.pris.platform.testing.Callers;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/**
 * The agency that is told: its endpoint, its secret, and the administrator who looks after both.
 */
record Agency(Administrator admin, Receiver receiver, UUID id, String secret)
    implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(20);

  static Agency join(Callers callers) throws IOException {
    var admin = new Administrator(callers.as("admin1", Role.ADMIN));
    var receiver = new Receiver();
    var created = admin.create(receiver.url(), Map.of());
    return new Agency(admin, receiver, created(created), created.at("/secret"));
  }

  static UUID created(Administrator.Answer answer) {
    assertThat(answer.status()).isEqualTo(201);
    return UUID.fromString(answer.at("/id"));
  }

  String path(String rest) {
    return "/api/webhooks/" + id + rest;
  }

  Administrator.Answer patch(Map<String, ?> change) {
    return admin.send(HttpMethod.PATCH, path(""), change);
  }

  Administrator.Answer replayAll(Map<String, ?> more) {
    var body = new HashMap<String, Object>(more);
    body.put("from", "2020-01-01T00:00:00Z");
    body.put("to", "2100-01-01T00:00:00Z");
    return admin.send(HttpMethod.POST, path("/replay"), body);
  }

  List<JsonNode> log(String query) {
    return admin.log(id, query);
  }

  Set<String> states() {
    return log("").stream().map(it -> it.at("/state").asString()).collect(Collectors.toSet());
  }

  JsonNode waiting() {
    return log("?status=PENDING").stream()
        .filter(it -> it.at("/state").asString().equals("WAITING"))
        .findFirst()
        .orElseThrow();
  }

  String health(String field) {
    return admin.health(id, field);
  }

  void arrive(int count) {
    await().atMost(PATIENCE).until(() -> receiver.got().size() >= count);
  }

  /** Until all that was laid down stands so. */
  void settle(String... states) {
    await().atMost(PATIENCE).until(() -> states().equals(Set.of(states)));
  }

  @Override
  public void close() {
    admin.send(HttpMethod.DELETE, path(""), null);
    receiver.close();
  }
}
