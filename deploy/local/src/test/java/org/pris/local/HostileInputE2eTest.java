package org.pris.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Values that become code, structure or work where they are taken for more than values. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Hostile input")
class HostileInputE2eTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final Duration AT_ONCE = Duration.ofSeconds(5);

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

  final Account responder = Account.of("responder1");

  final Account declarant = Account.of("declarant1");

  TheCase theCase = new TheCase("", "");

  String task = "";

  DeadEndpoint endpoint = new DeadEndpoint("");

  @AfterAll
  void tidy() {
    endpoint.remove();
  }

  @BeforeAll
  void given() {
    endpoint = DeadEndpoint.made();
    theCase = TheCase.declared("declarant1", Declared.NORD_BEAUJOUR);
    theCase.move("responder1", "take", "");
    task = theCase.tasks("first-hour").getFirst().path("id").asString();
    theCase.entry("case.taken.v1");
  }

  private Account by(String operation) {
    return operation.contains("/webhooks") || operation.contains("/deliveries")
        ? Account.of("admin1")
        : operation.contains("/declarations") ? declarant : responder;
  }

  private String path(String operation) {
    var path = operation.substring(operation.indexOf(' ') + 1);
    var ghost = UUID.randomUUID().toString();
    return path.replace("/tasks/{id}", "/tasks/" + task)
        .replace("/webhooks/{id}", "/webhooks/" + endpoint.id())
        .replace("/deliveries/{id}", "/deliveries/" + ghost)
        .replace("{id}", theCase.id())
        .replace("{seq}", "1")
        .replace("{finess}", Declared.NORD_BEAUJOUR);
  }

  private static String method(String operation) {
    return operation.substring(0, operation.indexOf(' '));
  }

  private static Stream<String> withBody() {
    return Expectation.all().entrySet().stream()
        .filter(it -> !it.getValue().body().isEmpty())
        .map(java.util.Map.Entry::getKey);
  }

  @TestFactory
  @DisplayName("in place of any value of a body is no operator, but bad input:")
  Stream<DynamicTest> operatorsInBodies() {
    return withBody().map(it -> dynamicTest(it, () -> operators(it)));
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
          var reply = by(operation).call(method(operation), path(operation), hostile);
          assertThat(reply.status()).as("%s: %s", hostile, reply.text()).isIn(400, 422);
        }
      }
    }
  }

  /** Else the answers above would be to something else. */
  @TestFactory
  @DisplayName("was the only thing wrong with those bodies:")
  Stream<DynamicTest> control() {
    return withBody()
        .map(it ->
            dynamicTest(
                it,
                () -> {
                  for (var good : FullBodies.of(it)) {
                    var reply = by(it).call(method(it), path(it), good);
                    assertThat(reply.status()).as("%s: %s", good, reply.text()).isNotEqualTo(400);
                    if (it.equals("POST /api/webhooks")) {
                      var made = "/api/webhooks/" + reply.expect(201).json().path("id").asString();
                      by(it).call("DELETE", made, null).expect(204);
                    }
                  }
                }));
  }

  @TestFactory
  @DisplayName("in a query changes nothing of what is found:")
  Stream<DynamicTest> operatorsInQueries() {
    return Operations.all().stream()
        .filter(it -> it.startsWith("GET ") && !it.endsWith("/stream"))
        .map(it ->
            dynamicTest(
                it,
                () -> {
                  for (var name :
                      List.of("q", "status", "establishment", "after", "limit", "kind", "own")) {
                    for (var query : queries(name)) {
                      var reply = by(it).get(path(it) + "?" + query);
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

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("of many values is bounded by the length of an address")
  void manyParameters() {
    var statuses = "status=OPEN&".repeat(300);
    assertThat(responder.get("/api/cases?" + statuses).status()).isIn(200, 400);
    assertThat(responder.get("/api/cases?q=" + "x".repeat(30_000)).status()).isIn(400, 414, 431);
  }

  @TestFactory
  @DisplayName("that is too deep, too large, twice or without end is refused:")
  Stream<DynamicTest> structures() {
    return withBody().map(it -> dynamicTest(it, () -> structure(it)));
  }

  private void structure(String operation) {
    var good = Expectation.body(operation).strip();
    var rest = good.substring(1);
    for (var hostile :
        List.of(
            "[".repeat(10_000) + "]".repeat(10_000),
            "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
            "{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "," + rest,
            "{\"x\":1e999999999," + rest + ",",
            "{\"x\":" + "9".repeat(100_000) + ",",
            "{" + rest + "{",
            "\u0000",
            "",
            "null",
            "true",
            "1",
            "\"" + "x".repeat(200_000) + "\"",
            "\uFEFF" + good.replace("}", "}}"))) {
      var reply = by(operation).call(method(operation), path(operation), hostile);
      assertThat(reply.status())
          .as("%s… %s", hostile.substring(0, Math.min(20, hostile.length())), reply.text())
          .isIn(400, 413, 422);
    }
    var large = "{\"x\":\"" + "x".repeat(1 << 20) + "\"," + rest;
    assertThat(by(operation).call(method(operation), path(operation), large).status())
        .isEqualTo(413);
  }

  @TestFactory
  @DisplayName(
      "that says a field twice is refused, for two readers may differ in which one counts:")
  Stream<DynamicTest> twice() {
    return withBody()
        .map(it ->
            dynamicTest(
                it,
                () -> {
                  var good = Expectation.body(it).strip();
                  var first = JSON.readTree(good).propertyNames().iterator().next();
                  var double_ = "{\"" + first + "\": null," + good.substring(1);
                  var reply = by(it).call(method(it), path(it), double_);
                  assertThat(reply.status()).as(reply.text()).isEqualTo(400);
                }));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5",
        "-1",
        "-0",
        "9223372036854775808",
        "1e400",
        "1e-400",
        "true",
        "null",
        "[1]",
        "NaN",
        "0x1",
        "01",
        "1e2147483648",
        "{}"
      })
  @DisplayName("as a version is a stale one, or none:")
  void versions(String version) {
    for (var path : List.of("/api/cases/" + theCase.id(), "/api/tasks/" + task)) {
      var body =
          "{\"version\": %s, \"action\": \"%s\"}"
              .formatted(version, path.contains("tasks") ? "start" : "take");
      assertThat(responder.post(path + "/transitions", body).status()).isIn(400, 409);
    }
  }

  @Test
  @DisplayName("that is packed, or of another type, is not unpacked nor guessed at")
  void packed() {
    var zeros = new byte[20 << 20];
    var packed = Packed.gzip(zeros);
    for (var encoding : List.of("gzip", "deflate", "br", "identity, gzip", "x")) {
      var start = Instant.now();
      var request =
          declarant
              .request("/api/declarations")
              .header("Content-Type", "application/json")
              .header("Content-Encoding", encoding)
              .POST(BodyPublishers.ofByteArray(packed))
              .build();
      assertThat(Account.send(request).status()).as(encoding).isIn(400, 415);
      assertThat(Duration.between(start, Instant.now())).isLessThan(AT_ONCE);
    }
    for (var type :
        List.of(
            "text/plain",
            "application/xml",
            "application/x-java-serialized-object",
            "application/yaml",
            "application/merge-patch+json; x=\"",
            "*/*",
            "x")) {
      var request =
          declarant
              .request("/api/declarations")
              .header("Content-Type", type)
              .POST(BodyPublishers.ofString(Declared.body(Declared.NORD_BEAUJOUR)))
              .build();
      assertThat(Account.send(request).status()).as(type).isIn(400, 415);
    }
  }
}
