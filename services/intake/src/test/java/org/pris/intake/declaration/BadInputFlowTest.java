package org.pris.intake.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.intake.DeclarationBodies;
import org.pris.intake.HttpAnswer;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Issuer;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Whatever is sent: the right 4xx with fields named, nothing stored, nothing told. */
@FlowTest
@DisplayName("A declaration that is refused")
class BadInputFlowTest {

  static final String ALL = "/api/declarations";

  @Autowired Callers callers;
  @Autowired Published published;
  @Autowired MongoOperations mongo;

  RestTestClient declarant;
  long stored;

  @BeforeEach
  void before() {
    declarant = callers.as("hasty", Set.of("990000010"), Role.DECLARANT);
    stored = mongo.count(new Query(), Declaration.class);
  }

  @AfterEach
  void nothingStoredAndNothingTold() {
    assertThat(mongo.count(new Query(), Declaration.class)).isEqualTo(stored);
    // what is told after it shows that nothing was told before it
    var sent =
        HttpAnswer.post(declarant, ALL, DeclarationBodies.declaration("990000010")).text("id");
    published.await(Topics.DECLARATIONS, sent, "declaration.submitted.v1");
    assertThat(mongo.count(new Query(), Declaration.class)).isEqualTo(stored + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "", "null", "[]", "\"text\"", "{\"a\": }", "1", "{} {"})
  @DisplayName("because it is no JSON object answers 400")
  void malformed(String body) {
    refused(HttpAnswer.post(declarant, ALL, body), 400);
  }

  static Stream<List<String>> fields() {
    return Stream.of(
        List.of("incidentType", "\"RANSOM\"", "incidentType"),
        List.of("incidentType", "7", "incidentType"),
        List.of("exercise", "\"perhaps\"", "exercise"),
        List.of("channel", "\"FAX\"", "channel"),
        List.of("establishment", "990000010", "establishment"),
        List.of("establishment", "\"990000011\"", "establishment"),
        List.of("establishment", "\"99000001\"", "establishment"),
        List.of("establishment", "null", "establishment"),
        List.of(
            "discoveredAt", "\"" + Instant.now().plus(1, ChronoUnit.HOURS) + "\"", "discoveredAt"),
        List.of("description", "\"a\\u0000b\"", "description"),
        List.of("declarant", "null", "declarant.name"),
        List.of("discoverdAt", "\"2026-01-05T06:40:00Z\"", "discoverdAt"),
        List.of("declarant", "{\"nom\": \"x\"}", "declarant.nom"),
        List.of(
            "affectedSystems", "[{\"system\": \"EHR\", \"sate\": 1}]", "affectedSystems[0].sate"),
        List.of("revision", "7", "revision"),
        List.of("description", "\"" + "x".repeat(4001) + "\"", "description"),
        List.of("affectedSystems", "{\"system\": \"EHR\"}", "affectedSystems"));
  }

  @ParameterizedTest
  @MethodSource("fields")
  @DisplayName("over a field answers 400 with that field")
  void field(List<String> wrong) {
    var body =
        DeclarationBodies.with(
            DeclarationBodies.declaration("990000010"), wrong.get(0), wrong.get(1));

    var answer = HttpAnswer.post(declarant, ALL, body);

    refused(answer, 400);
    assertThat(answer.text("type")).isEqualTo("urn:pris:problem:invalid");
    assertThat(answer.body().path("errors").findValuesAsString("field")).contains(wrong.get(2));
  }

  @Test
  @DisplayName("over an unknown code answers the codes there are")
  void codes() {
    var body =
        DeclarationBodies.with(DeclarationBodies.declaration("990000010"), "careMode", "\"BAD\"");

    assertThat(HttpAnswer.post(declarant, ALL, body).body().at("/errors/0/message").asString())
        .contains("NORMAL", "DEGRADED", "INTERRUPTED", "UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"990000028", "990010027", "990000036", "996900015", "2A0000154"})
  @DisplayName("over an establishment that is another's, a legal entity or unknown answers 422")
  void foreign(String establishment) {
    var answer = HttpAnswer.post(declarant, ALL, DeclarationBodies.declaration(establishment));

    refused(answer, 422);
    assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("establishment");
  }

  @Test
  @DisplayName("because it is 2 MB answers 413")
  void large() {
    var body = DeclarationBodies.declaration("990000010").put("description", "x".repeat(2_000_000));

    assertThat(HttpAnswer.post(declarant, ALL, body).status()).isIn(400, 413);
  }

  @Test
  @DisplayName("because of who sends it answers 401 or 403")
  void who() {
    var body = DeclarationBodies.declaration("990000010");
    var own = List.of("990000010");
    var roles = List.of(Role.DECLARANT);

    assertThat(HttpAnswer.post(callers.nobody(), ALL, body).status()).isEqualTo(401);
    for (var token :
        List.of(
            Issuer.token(
                "declarant1",
                own,
                roles,
                it -> it.expirationTime(Date.from(Instant.now().minusSeconds(600)))),
            Issuer.token("declarant1", own, roles, it -> it.issuer("http://elsewhere")),
            Issuer.token("declarant1", own, roles, it -> it.audience("account")),
            "not.a.token")) {
      assertThat(HttpAnswer.post(callers.withToken(token), ALL, body).status()).isEqualTo(401);
    }
    for (var role : List.of(Role.AUTHORITY, Role.ADMIN)) {
      var other = callers.as("other", Set.of("990000010"), role);
      assertThat(HttpAnswer.post(other, ALL, body).status()).isEqualTo(403);
    }
  }

  @Test
  @DisplayName("because its key is too long answers 400")
  void key() {
    var answer =
        HttpAnswer.post(
            declarant, ALL, DeclarationBodies.declaration("990000010"), "k".repeat(201));

    refused(answer, 400);
    assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("Idempotency-Key");
  }

  private static void refused(HttpAnswer answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers().getContentType()).hasToString("application/problem+json");
  }
}
