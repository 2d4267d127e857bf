package org.pris.intake.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.intake.DeclarationBodies;
import org.pris.intake.HttpAnswer;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("A complement")
class ComplementFlowTest extends ComplementFlow {

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
  @DisplayName("tells its events in order")
  void order() {
    complement(1, Map.of("careMode", "NORMAL"));
    complement(2, Map.of("careMode", "DEGRADED"));

    await().until(() -> published.of(Topics.DECLARATIONS, id).size(), it -> it == 3);
    assertThat(published.of(Topics.DECLARATIONS, id))
        .extracting(it -> it.event().path("version").asLong())
        .containsExactly(1L, 2L, 3L);
  }
}
