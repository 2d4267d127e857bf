package org.pris.local.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.pris.local.input.Target.encoded;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.pris.local.client.DeadEndpoint;
import org.pris.local.client.Expectation;
import org.pris.local.client.Operations;
import tools.jackson.databind.json.JsonMapper;

/** Values that become code where a query takes them for more than values. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Hostile input")
class OperatorInputE2eTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** What a query would run, compare or match by. */
  private static final List<String> OPERATORS =
      List.of(
          "{\"$ne\": null}",
          "{\"$gt\": \"\"}",
          "{\"$regex\": \".*\"}",
          "{\"$where\": \"sleep(20000) || true\"}",
          "{\"$in\": []}",
          "[\"$ne\"]",
          "[[]]",
          "{}");

  Target target = Target.NONE;

  @AfterAll
  void tidy() {
    target.remove();
  }

  @BeforeAll
  void given() {
    target = Target.made().taken();
  }

  @TestFactory
  @DisplayName("in place of any value of a body is no operator, but bad input:")
  Stream<DynamicTest> operatorsInBodies() {
    return Expectation.withBody().map(it -> dynamicTest(it, () -> operators(it)));
  }

  private void operators(String operation) {
    for (var text : FullBodies.of(operation)) {
      var good = JSON.readTree(text);
      for (var place : Places.in(good)) {
        for (var operator : OPERATORS) {
          var value = JSON.readTree(operator);
          if (good.at(place).getNodeType() == value.getNodeType()) {
            continue; // a shape that is expected there
          }
          var hostile = Places.with(good, place, value).toString();
          var reply = target.send(operation, hostile);
          assertThat(reply.status()).as("%s: %s", hostile, reply.text()).isIn(400, 422);
        }
      }
    }
  }

  /** Else the answers above would be to something else. */
  @TestFactory
  @DisplayName("was the only thing wrong with those bodies:")
  Stream<DynamicTest> control() {
    return Expectation.withBody()
        .map(it ->
            dynamicTest(
                it,
                () -> {
                  for (var good : FullBodies.of(it)) {
                    var reply = target.send(it, good);
                    assertThat(reply.status()).as("%s: %s", good, reply.text()).isNotEqualTo(400);
                    if (it.equals("POST /api/webhooks")) {
                      new DeadEndpoint(reply.expect(201).json().path("id").asString()).remove();
                    }
                  }
                }));
  }

  @TestFactory
  @DisplayName("in a query changes nothing of what is found:")
  Stream<DynamicTest> operatorsInQueries() {
    return Operations.reading()
        .map(it ->
            dynamicTest(
                it,
                () -> {
                  for (var name :
                      List.of("q", "status", "establishment", "after", "limit", "kind", "own")) {
                    for (var query : queries(name)) {
                      var reply = target.ask(it, query);
                      assertThat(reply.status()).as(query + reply.text()).isIn(200, 400, 403, 404);
                    }
                  }
                }));
  }

  private static List<String> queries(String name) {
    return List.of(
        name + "=" + encoded("{\"$ne\":null}"),
        name + encoded("[$ne]") + "=x",
        name + encoded("[]") + "=x",
        name + "." + encoded("$where") + "=1",
        encoded("$where") + "=" + encoded("sleep(20000)"),
        name + "=" + encoded("';return true;var x='"),
        name + "=%00",
        name + "=%ff%fe",
        encoded("\u0095" + name) + "=x",
        name + "=" + encoded("\ud83d\ude80\u202e\u0000"),
        name + "=1&" + name + "=2");
  }
}
