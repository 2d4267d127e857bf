package org.pris.intake.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.intake.DeclarationBodies;
import org.pris.intake.HttpAnswer;

@DisplayName("A declaration")
class DeclarationFlowTest extends DeclarationFlow {

  @Test
  @DisplayName("is stored under a reference and told once, without the declarant")
  void told() {
    var answer = HttpAnswer.post(declarant, ALL, DeclarationBodies.declaration("99 000 001 0"));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.headers().getLocation()).hasPath(ALL + "/" + answer.text("id"));
    assertThat(answer.text("reference")).matches("DEC-\\d{4}-\\d{6}");
    assertThat(answer.body().at("/establishment/name").asString()).isEqualTo("CH Nord-Beaujour");
    assertThat(answer.body().at("/declarant/name").asString()).isEqualTo("Hélène Canari");
    assertThat(answer.body().at("/declarant/phone").asString()).isEqualTo("+33639984107");
    assertThat(answer.body().path("version").asLong()).isEqualTo(1);
    assertThat(answer.body().path("caseStatus").isNull()).isTrue();

    var id = answer.text("id");
    var event = published.await(Topics.DECLARATIONS, id, "declaration.submitted.v1");
    assertThat(event.path("version").asLong()).isEqualTo(1);
    assertThat(event.at("/actor/role").asString()).isEqualTo("DECLARANT");
    assertThat(event.at("/data/declaration/establishment/legalEntity").asString())
        .isEqualTo("990010027");
    assertThat(event.at("/data/declaration/profile/insured").asString()).isEqualTo("YES");
    assertThat(event.at("/data/declaration/channel").asString()).isEqualTo("PORTAL");
    assertThat(event.toString()).doesNotContain("Canari", "canari", "+33 6 39 98 41 07", "CISO");
    assertThat(published.of(Topics.DECLARATIONS, id)).hasSize(1);
  }

  @Test
  @DisplayName("needs only what is required, and keeps unanswered apart from unknown")
  void least() {
    var body = DeclarationBodies.declaration("990000010");
    body.retain("establishment", "declarant");
    body.put("ongoing", "UNKNOWN");

    var answer = HttpAnswer.post(declarant, ALL, body);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("channel")).isEqualTo("PORTAL");
    assertThat(answer.text("ongoing")).isEqualTo("UNKNOWN");
    assertThat(answer.body().path("careMode").isNull()).isTrue();
    assertThat(answer.body().path("discoveredAt").isNull()).isTrue();
    var told = published.await(Topics.DECLARATIONS, answer.text("id"), "declaration.submitted.v1");
    assertThat(told.at("/data/declaration/discoveredAt").asString())
        .isEqualTo(answer.text("submittedAt"));
    assertThat(told.at("/data/declaration/description").asString()).isEmpty();
  }

  @Test
  @DisplayName("of an exercise says so in its reference and on every event")
  void exercise() {
    var answer =
        HttpAnswer.post(
            declarant, ALL, DeclarationBodies.declaration("990000010").put("exercise", true));

    assertThat(answer.text("reference")).startsWith("EX-DEC-");
    var event = published.await(Topics.DECLARATIONS, answer.text("id"), "declaration.submitted.v1");
    assertThat(event.path("exercise").asBoolean()).isTrue();
  }

  @Test
  @DisplayName("sent twice under one key is one, and the key refuses another body")
  void idempotent() {
    var key = DeclarationBodies.key();
    var body = DeclarationBodies.declaration("990000010");
    var first = HttpAnswer.post(declarant, ALL, body, key);
    var again = HttpAnswer.post(declarant, ALL, body, key);
    var other = HttpAnswer.post(declarant, ALL, body.deepCopy().put("scope", "CONTAINED"), key);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().getLocation()).isEqualTo(first.headers().getLocation());
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.body().at("/errors/0/field").asString()).isEqualTo("Idempotency-Key");
    published.await(Topics.DECLARATIONS, first.text("id"), "declaration.submitted.v1");
    assertThat(published.of(Topics.DECLARATIONS, first.text("id"))).hasSize(1);
  }

  @Test
  @DisplayName("of another person under the same key is another")
  void keysArePersonal() {
    var key = DeclarationBodies.key();
    var colleague = callers.as("declarant9", Set.of("990000010"), Role.DECLARANT);
    var one = HttpAnswer.post(declarant, ALL, DeclarationBodies.declaration("990000010"), key);
    var other = HttpAnswer.post(colleague, ALL, DeclarationBodies.declaration("990000010"), key);

    assertThat(other.text("id")).isNotEqualTo(one.text("id"));
  }

  @Test
  @DisplayName("is keyed in by a responder on behalf, by telephone, paper or CERT Santé only")
  void onBehalf() {
    var body = DeclarationBodies.declaration("990000028");

    assertThat(HttpAnswer.post(responder, ALL, body).body().at("/errors/0/field").asString())
        .isEqualTo("channel");
    body.remove("channel");
    assertThat(HttpAnswer.post(responder, ALL, body).status()).isEqualTo(422);
    var answer = HttpAnswer.post(responder, ALL, body.put("channel", "PHONE"));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().at("/sentBy/role").asString()).isEqualTo("RESPONDER");
  }

  @Test
  @DisplayName("of a machine came by its API, and it reads back reference and status alone")
  void machine() {
    var body = DeclarationBodies.declaration("990000010");
    assertThat(HttpAnswer.post(machine, ALL, body).status()).isEqualTo(422); // it is no portal
    body.remove("channel");

    var sent = HttpAnswer.post(machine, ALL, body);
    assertThat(sent.status()).isEqualTo(201);
    assertThat(sent.text("channel")).isEqualTo("API");

    var path = ALL + "/" + sent.text("id");
    for (var answer : java.util.List.of(sent, HttpAnswer.get(machine, path))) {
      assertThat(answer.body().toString()).doesNotContain("Canari", "rançon", "RANSOMWARE");
      assertThat(answer.text("reference")).startsWith("DEC-");
    }
    assertThat(HttpAnswer.get(machine, path + "/versions").status()).isEqualTo(403);
    var byPortal = HttpAnswer.post(declarant, ALL, DeclarationBodies.declaration("990000010"));
    assertThat(HttpAnswer.get(machine, ALL + "/" + byPortal.text("id")).status()).isEqualTo(404);
    assertThat(HttpAnswer.get(machine, ALL + "?limit=200").body().toString())
        .contains(sent.text("id"))
        .doesNotContain(byPortal.text("id"), "RANSOMWARE");
  }
}
