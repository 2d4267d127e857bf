package org.pris.intake.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import jakarta.validation.Validation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.intake.DeclarationBodies;
import org.pris.platform.problem.BadRequest;
import org.pris.platform.problem.FieldProblem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("What a declaration says")
class DeclarationRulesTest {

  static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  final DeclarationRules rules =
      new DeclarationRules(Validation.buildDefaultValidatorFactory().getValidator());
  final BodyReader bodies = new BodyReader(JsonMapper.shared());
  final ObjectNode whole = DeclarationBodies.declaration("990000010");

  @Test
  @DisplayName("is accepted whole")
  void whole() {
    assertThat(problems(whole)).isEmpty();
  }

  @Test
  @DisplayName("needs only a name and a way to reach them")
  void least() {
    var least = JsonMapper.shared().createObjectNode();
    least.putObject("declarant").put("name", "Canari").put("outOfBandContact", "Signal");

    assertThat(problems(least)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tout est bloqué", "?", "", "\u200B"})
  @DisplayName("is never refused for being short, or for a time that nobody knows")
  void alert(String description) {
    var alert = JsonMapper.shared().createObjectNode();
    alert.put("description", description).putNull("discoveredAt");
    alert.putObject("declarant").put("name", "Canari").put("phone", "04 65 71 00 00");

    assertThat(problems(alert)).isEmpty();
  }

  @Test
  @DisplayName("is refused empty with every missing field named at once")
  void empty() {
    var empty = JsonMapper.shared().createObjectNode();

    assertThat(problems(empty))
        .extracting(FieldProblem::field)
        .containsExactly("declarant.name", "declarant.phone");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          incidentType        | "RANSOM"                                      | incidentType
          incidentType        | 3                                             | incidentType
          incidentType        | {}                                            | incidentType
          discoveredAt        | "yesterday"                                   | discoveredAt
          discoveredAt        | "2026-11-24T08:06:00Z"                        | discoveredAt
          discoveredAt        | "+999999999-12-31T23:59:59Z"                  | discoveredAt
          discoveredAt        | "1026-11-24T08:00:00Z"                        | discoveredAt
          discoveredAt        | 1764000000                                    | discoveredAt
          occurredAt          | "2027-01-01T00:00:00Z"                        | occurredAt
          occurredAt          | "2026-01-06T00:00:00Z"                        | occurredAt
          description         | "NUL \\u0000"                                   | description
          declarant           | {"name": "\\u00a0\\u200b", "phone": "1"}        | declarant.name
          declarant           | {"name": "Canari", "phone": "\\u2060"}         | declarant.phone
          declarant           | {"name": "a\\u0007", "phone": "1"}             | declarant.name
          description         | 12345678901234567890123                       | description
          description         | ["a", "list"]                                 | description
          declarant           | {"name": " ", "phone": "1"}                   | declarant.name
          declarant           | {"name": "Canari", "phone": " "}              | declarant.phone
          declarant           | {"name": "Canari", "email": "not a mail"}     | declarant.email
          declarant           | {"name": true, "phone": "1"}                  | declarant.name
          declarant           | "Canari"                                      | declarant
          affectedSystems     | [{"system": "EHR"}]                           | affectedSystems[0].state
          affectedSystems     | [null]                                        | affectedSystems[0]
          affectedSystems     | [{"system": "FAX", "state": "DEGRADED"}]      | affectedSystems[0].system
          affectedSystems     | "EHR"                                         | affectedSystems
          supportWanted       | ["ADVICE", "ADVICE"]                          | supportWanted
          supportWanted       | ["MONEY"]                                     | supportWanted[0]
          dataImpact          | {"integrity": "BROKEN"}                       | dataImpact.integrity
          nationalReport      | {"done": "NO", "reference": "SIG-1"}          | nationalReport.done
          nationalReport      | {"done": "YES", "at": "2030-01-01T00:00:00Z"} | nationalReport.at
          """)
  @DisplayName("is refused with the wrong field named")
  void wrong(String member, String json, String field) {
    assertThat(problems(DeclarationBodies.with(whole, member, json)))
        .extracting(FieldProblem::field)
        .contains(field);
  }

  @Test
  @DisplayName("is refused where a system is named twice")
  void twice() {
    var system = "{\"system\": \"EHR\", \"state\": \"DEGRADED\"}";

    assertThat(
            problems(
                DeclarationBodies.with(
                    whole, "affectedSystems", "[%s, %s]".formatted(system, system))))
        .containsExactly(new FieldProblem("affectedSystems[1].system", "is named twice"));
  }

  @Test
  @DisplayName("is refused with the allowed values where one is unknown")
  void allowed() {
    assertThat(problems(DeclarationBodies.with(whole, "careMode", "\"BAD\"")))
        .containsExactly(
            new FieldProblem("careMode", "must be one of NORMAL, DEGRADED, INTERRUPTED, UNKNOWN"));
  }

  @Test
  @DisplayName("is refused with unreadable and broken fields in one answer, each once")
  void together() {
    var body = DeclarationBodies.with(whole, "discoveredAt", "\"yesterday\"");
    body = DeclarationBodies.with(body, "origin", "\"EVIL\"");
    body = DeclarationBodies.with(body, "description", "\"\\u0000\"");

    assertThat(problems(body))
        .extracting(FieldProblem::field)
        .containsExactlyInAnyOrder("discoveredAt", "origin", "description");
  }

  @Test
  @DisplayName("is not read on where nearly all of it is wrong")
  void bounded() {
    var systems = "{\"system\": \"FAX\", \"state\": \"OFF\"},".repeat(5000) + "{}";

    assertThatThrownBy(
            () -> problems(DeclarationBodies.with(whole, "affectedSystems", "[" + systems + "]")))
        .asInstanceOf(type(BadRequest.class))
        .extracting(BadRequest::errors)
        .satisfies(it -> assertThat(it).hasSize(20));
  }

  @Test
  @DisplayName("is taken as of now where a phone's clock runs a few minutes fast")
  void fastClock() {
    var body = DeclarationBodies.with(whole, "discoveredAt", "\"2026-11-24T08:04:59.123456Z\"");

    assertThat(problems(body)).isEmpty();
    assertThat(bodies.read(body, Answers.class, new ArrayList<>()).settled(NOW).discoveredAt())
        .isEqualTo(NOW);
  }

  @Test
  @DisplayName("is not a list and not a word")
  void noObject() {
    assertThatThrownBy(() -> problems(JsonMapper.shared().readTree("[1]")))
        .isInstanceOf(BadRequest.class);
  }

  private List<FieldProblem> problems(tools.jackson.databind.JsonNode body) {
    List<FieldProblem> unreadable = new ArrayList<>();
    var answers = bodies.read(body, Answers.class, unreadable);
    try {
      DeclarationRules.refuse(unreadable, rules.problems(answers, NOW));
      return List.of();
    } catch (BadRequest refused) {
      return refused.errors();
    }
  }
}
