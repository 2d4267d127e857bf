package org.pris.intake.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.intake.DeclarationBodies;
import org.pris.intake.HttpAnswer;
import org.pris.platform.outbox.Aggregates;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.node.ObjectNode;

@FlowTest
@DisplayName("A complement")
class ComplementFlowTest {

  static final String ALL = "/api/declarations";

  @Autowired Callers callers;
  @Autowired Published published;
  @Autowired Aggregates aggregates;
  @Autowired Versions versions;
  @Autowired MongoOperations mongo;

  RestTestClient declarant;
  String path = "";
  UUID id = new UUID(0, 0);

  @BeforeEach
  void declared() {
    declarant = callers.as("declarant1", Set.of("990000010"), Role.DECLARANT);
    id =
        UUID.fromString(
            HttpAnswer.post(declarant, ALL, DeclarationBodies.declaration("990000010")).text("id"));
    path = ALL + "/" + id;
  }

  @Test
  @DisplayName("changes what it names, keeps the rest, and the earlier version stays readable")
  void versions() {
    var answer =
        complement(
            1, Map.of("careMode", "INTERRUPTED", "dataImpact", Map.of("integrity", "PROVEN")));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().path("version").asLong()).isEqualTo(2);
    assertThat(answer.text("careMode")).isEqualTo("INTERRUPTED");
    assertThat(answer.body().at("/dataImpact/availability").asString()).isEqualTo("PROVEN");
    assertThat(answer.text("description")).startsWith("Demande de rançon");

    var kept = HttpAnswer.get(declarant, path + "/versions").body().path("items");
    assertThat(kept).hasSize(2);
    assertThat(kept.at("/0/careMode").asString()).isEqualTo("INTERRUPTED");
    assertThat(kept.at("/1/careMode").asString()).isEqualTo("DEGRADED");
    assertThat(kept.at("/1/version").asLong()).isEqualTo(1);

    var event = published.await(Topics.DECLARATIONS, id, "declaration.complemented.v1");
    assertThat(event.path("version").asLong()).isEqualTo(2);
    assertThat(event.at("/data/declaration/careMode").asString()).isEqualTo("INTERRUPTED");
    assertThat(event.toString()).doesNotContain("Canari");
  }

  @Test
  @DisplayName("withdraws an answer by null, and cannot withdraw what is required")
  void withdraws() {
    var body = DeclarationBodies.complement(1, Map.of());
    body.putNull("scope");
    assertThat(
            HttpAnswer.post(declarant, path + "/complements", body).body().path("scope").isNull())
        .isTrue();

    body.put("version", 2).putNull("declarant");
    var refused = HttpAnswer.post(declarant, path + "/complements", body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("declarant.name");
  }

  @Test
  @DisplayName("on an older version answers 409 with the current one")
  void stale() {
    complement(1, Map.of("careMode", "NORMAL"));

    var refused = complement(1, Map.of("careMode", "INTERRUPTED"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("currentVersion").asLong()).isEqualTo(2);
  }

  @Test
  @DisplayName("sent twice under one key is one version, and the key refuses another body")
  void idempotent() {
    var key = DeclarationBodies.key();
    var body = DeclarationBodies.complement(1, Map.of("careMode", "NORMAL"));
    var first = HttpAnswer.post(declarant, path + "/complements", body, key);
    var again = HttpAnswer.post(declarant, path + "/complements", body, key);
    complement(2, Map.of("careMode", "DEGRADED"));
    var late = HttpAnswer.post(declarant, path + "/complements", body, key);
    var other =
        HttpAnswer.post(
            declarant, path + "/complements", body.deepCopy().put("scope", "UNKNOWN"), key);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(late.status()).isEqualTo(201);
    assertThat(late.body().path("version").asLong()).isEqualTo(3);
    assertThat(other.status()).isEqualTo(422);
  }

  @Test
  @DisplayName("that says nothing new makes no version")
  void nothingNew() {
    assertThat(complement(1, Map.of("careMode", "DEGRADED")).body().path("version").asLong())
        .isEqualTo(1);
  }

  @Test
  @DisplayName("of a machine makes a version each time: it must not find out what others answered")
  void guesses() {
    var machine = callers.as("soc", Set.of("990000010"), Role.REPORTER);
    var sent =
        HttpAnswer.post(
            machine, ALL, DeclarationBodies.declaration("990000010").put("channel", "API"));
    path = ALL + "/" + sent.text("id");
    id = UUID.fromString(sent.text("id"));
    complement(1, Map.of("careMode", "INTERRUPTED"));

    var right = HttpAnswer.post(machine, path + "/complements", guess(2, "INTERRUPTED"));
    var wrong = HttpAnswer.post(machine, path + "/complements", guess(3, "NORMAL"));

    assertThat(right.body().path("version").asLong()).isEqualTo(3);
    assertThat(wrong.body().path("version").asLong()).isEqualTo(4);
    assertThat(right.body().path("careMode").isMissingNode()).isTrue();
  }

  private static ObjectNode guess(long version, String careMode) {
    return DeclarationBodies.complement(version, Map.of("careMode", careMode));
  }

  @Test
  @DisplayName("of a machine warns of what it says itself, never of what others wrote")
  void warnings() {
    var machine = callers.as("soc", Set.of("990000010"), Role.REPORTER);
    var sent =
        HttpAnswer.post(
            machine, ALL, DeclarationBodies.declaration("990000010").put("channel", "API"));
    path = ALL + "/" + sent.text("id");
    var number = "Un patient, 1 84 12 76 451 089 46, a appelé.";
    assertThat(complement(1, Map.of("description", number)).body().path("warnings")).hasSize(1);

    var silent = HttpAnswer.post(machine, path + "/complements", guess(2, "NORMAL"));
    var own =
        HttpAnswer.post(
            machine,
            path + "/complements",
            DeclarationBodies.complement(3, Map.of("description", number)));

    assertThat(silent.status()).isEqualTo(201);
    assertThat(silent.body().path("warnings")).isEmpty();
    assertThat(HttpAnswer.get(machine, path).body().path("warnings")).isEmpty();
    assertThat(own.body().at("/warnings/0/code").asString()).isEqualTo("NIR");
  }

  @Test
  @DisplayName("with another establishment, or an exercise made real, is 422")
  void another() {
    for (var change :
        java.util.List.<Map<String, ?>>of(
            Map.of("establishment", "990000028"), Map.of("exercise", true))) {
      var refused = complement(1, change);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.body().at("/errors/0/field").asString())
          .isEqualTo(change.keySet().iterator().next());
    }
    nothingHappened();
    assertThat(complement(2, Map.of("establishment", "99 000 001 0", "scope", "EXTENDED")).status())
        .isEqualTo(201);
  }

  @Test
  @DisplayName("without a version, or with a wrong answer, is 400 with both named")
  void wrong() {
    var body = DeclarationBodies.complement(1, Map.of("careMode", "BAD", "occurredAt", "2030"));
    body.remove("version");

    var refused = HttpAnswer.post(declarant, path + "/complements", body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("errors").findValuesAsString("field"))
        .containsExactlyInAnyOrder("version", "careMode", "occurredAt");
    nothingHappened();
  }

  @Test
  @DisplayName("wins or is stale where several are sent at once, and no version is lost")
  void race() throws Exception {
    Callable<Integer> one =
        () -> complement(1, Map.of("description", "Written by " + UUID.randomUUID())).status();
    try (var many = Executors.newFixedThreadPool(4)) {
      var statuses =
          many.invokeAll(Collections.nCopies(8, one)).stream().map(Future::resultNow).toList();
      assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    }
    assertThat(HttpAnswer.get(declarant, path + "/versions").body().path("items")).hasSize(2);
  }

  @Test
  @DisplayName("finds the copy that a complement left which died half-way")
  void crash() {
    versions.keep(aggregates.find(Declaration.class, id).orElseThrow());
    assertThat(HttpAnswer.get(declarant, path + "/versions").body().path("items")).hasSize(1);

    assertThat(complement(1, Map.of("careMode", "NORMAL")).status()).isEqualTo(201);
    assertThat(HttpAnswer.get(declarant, path + "/versions").body().path("items")).hasSize(2);
  }

  @Test
  @DisplayName("tells its events in order")
  void order() {
    complement(1, Map.of("careMode", "NORMAL"));
    complement(2, Map.of("careMode", "DEGRADED"));

    await().until(() -> published.of(Topics.DECLARATIONS, id).size(), it -> it == 3);
    assertThat(published.of(Topics.DECLARATIONS, id))
        .extracting(it -> it.event().path("version").asLong())
        .containsExactly(1L, 2L, 3L);
  }

  /** No version is made or told of, nor a copy of the current one left. */
  private void nothingHappened() {
    assertThat(HttpAnswer.get(declarant, path + "/versions").body().path("items")).hasSize(1);
    assertThat(mongo.count(query(where("declaration").is(id)), "versions")).isZero();
    complement(1, Map.of("scope", "UNKNOWN"));
    var next = published.await(Topics.DECLARATIONS, id, "declaration.complemented.v1");
    assertThat(next.path("version").asLong()).isEqualTo(2);
  }

  private HttpAnswer complement(long version, Map<String, ?> changes) {
    return HttpAnswer.post(
        declarant, path + "/complements", DeclarationBodies.complement(version, changes));
  }
}
