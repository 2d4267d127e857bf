package org.pris.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

@FlowTest
@DisplayName("Bad input")
class BadInputFlowTest {

  static final String OPEN =
      "{'establishment': '990000010', 'source': 'OTHER', 'discoveredAt': '2026-11-20T00:00:00Z',"
          + " 'description': 'Something was seen by a neighbour'}";

  @Autowired Callers callers;

  @Autowired Published published;

  @Autowired Cases cases;

  static Stream<Arguments> commands() {
    return Stream.of(
        Arguments.of("transitions", "{'action': 'take', 'version'", 400, null),
        Arguments.of("transitions", "{'action': 'vanish', 'version': 1}", 400, "action"),
        Arguments.of("transitions", "{'version': 1}", 400, "action"),
        Arguments.of("transitions", "[]", 400, null),
        Arguments.of("transitions", "{'action': 'take'}", 400, "version"),
        Arguments.of("transitions", "{'action': 'take', 'version': 'x'}", 400, "version"),
        Arguments.of("transitions", "{'action': 'take', 'version': null}", 400, "version"),
        Arguments.of(
            "transitions", "{'action': 'hold', 'version': 1, 'until': 'soon'}", 400, "until"),
        Arguments.of(
            "transitions",
            "{'action': 'hold', 'version': 1, 'reason': 'r', 'until': '2020-01-01T00:00:00Z'}",
            422,
            "until"),
        Arguments.of(
            "transitions",
            Steps.QUALIFY.formatted(1).replace("'MAJOR'", "'HUGE'"),
            400,
            "severity"),
        Arguments.of("transitions", "{'action': 'merge', 'version': 1, 'into': 'x'}", 400, "into"),
        Arguments.of(
            "transitions",
            "{'action': 'reject', 'version': 1, 'reason': 'TEST', 'comment': '%s'}"
                .formatted("x".repeat(5_000)),
            400,
            "comment"),
        Arguments.of("care", "{'version': 1, 'careMode': 'FINE'}", 400, "careMode"),
        Arguments.of("care", "{'version': 1, 'transfers': -1}", 400, "transfers"),
        Arguments.of(
            "care",
            "{'version': 1, 'lines': [{'line': 'SURGERY', 'state': 'ASLEEP'}]}",
            400,
            "lines[0].state"),
        Arguments.of(
            "care", "{'version': 1, 'lines': [{'line': 'SURGERY'}]}", 400, "lines[0].state"),
        Arguments.of(
            "affected",
            "{'version': 1, 'establishment': '999999999', 'since': '2026-11-20T00:00:00Z'}",
            422,
            "establishment"),
        Arguments.of(
            "affected",
            "{'version': 1, 'establishment': '12', 'since': '2026-11-20T00:00:00Z'}",
            400,
            "establishment"),
        Arguments.of("assignees", "{'version': 1, 'people': ['a b']}", 400, "people[0]"),
        Arguments.of(
            "deadlines",
            "{'version': 1, 'establishment': '990000010', 'regime': 'GDPR_99', 'status': 'MET'}",
            422,
            "regime"),
        Arguments.of(
            "deadlines",
            "{'version': 1, 'establishment': '990000010', 'regime': 'GDPR_33', 'status': 'MET',"
                + " 'at': '2100-01-01T00:00:00Z'}",
            422,
            "at"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  @DisplayName("in a command names its field, and nothing is stored or told")
  void command(
      String what, String body, int status, @org.jspecify.annotations.Nullable String field) {
    var id = new Declared(published).ransomware("990000010");
    var answer =
        new Steps(callers.as("lead1", Role.LEAD), id)
            .post(what, body)
            .expectStatus()
            .isEqualTo(status)
            .expectHeader()
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .expectBody();
    if (field != null) {
      answer.jsonPath("$.errors[?(@.field == '%s')]".formatted(field)).exists();
    }
    assertThat(cases.find(id).orElseThrow().lock()).isEqualTo(1);
    assertThat(published.of(Topics.CASES, id)).hasSize(1);
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | 400 | establishment
          {'establishment': 990} | 400 | establishment
          2026-11-20 : 2100-01-01 | 422 | discoveredAt
          OTHER : GOSSIP | 400 | source
          OTHER : DECLARATION | 422 | source
          Something was seen by a neighbour : short | 400 | description
          990000010 : 990000999 | 422 | establishment
          """)
  @DisplayName("opens no case")
  void open(String change, int status, String field) {
    var body = change.startsWith("{") ? change : replaced(change.split(" : "));
    callers
        .as("responder1", Role.RESPONDER)
        .post()
        .uri("/api/cases")
        .contentType(MediaType.APPLICATION_JSON)
        .body(body.replace('\'', '"'))
        .exchange()
        .expectStatus()
        .isEqualTo(status)
        .expectBody()
        .jsonPath("$.errors[?(@.field == '%s')]".formatted(field))
        .exists();
  }

  private static String replaced(String[] change) {
    return OPEN.replace(change[0], change[1]);
  }

  @Test
  @DisplayName("is also an old version: 409 with the current one")
  void stale() {
    var id = new Declared(published).ransomware("990000010");
    var steps = new Steps(callers.as("responder1", Role.RESPONDER), id);
    steps.move("{'action': 'take', 'version': 1}").expectStatus().isOk();

    steps
        .move("{'action': 'take', 'version': 1}")
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:pris:problem:stale")
        .jsonPath("$.currentVersion")
        .isEqualTo(2);
  }

  @Test
  @DisplayName("is a call without a token, or for nothing that exists")
  void nobody() {
    callers.nobody().get().uri("/api/cases").exchange().expectStatus().isUnauthorized();
    callers.nobody().get().uri("/api/board/stream").exchange().expectStatus().isUnauthorized();
    new Steps(callers.as("responder1", Role.RESPONDER), UUID.randomUUID())
        .get()
        .expectStatus()
        .isNotFound();
    callers
        .as("d", java.util.Set.of("990000010"), Role.DECLARANT)
        .post()
        .uri("/api/cases")
        .contentType(MediaType.APPLICATION_JSON)
        .body(OPEN.replace('\'', '"'))
        .exchange()
        .expectStatus()
        .isForbidden();
  }
}
