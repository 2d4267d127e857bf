package org.pris.local.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import org.pris.local.client.Account;
import org.pris.local.client.Declared;
import org.pris.local.client.Expectation;
import tools.jackson.databind.json.JsonMapper;

/** Input of another shape than any that is meant, which makes work where it is read on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Hostile input")
class MisshapenInputE2eTest {

  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  final Account declarant = Account.of("declarant1");

  final Account responder = Account.of("responder1");

  Target target = Target.NONE;

  @AfterAll
  void tidy() {
    target.remove();
  }

  @BeforeAll
  void given() {
    target = Target.made().taken();
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
    return Expectation.withBody().map(it -> dynamicTest(it, () -> structure(it)));
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
      var reply = target.send(operation, hostile);
      assertThat(reply.status())
          .as("%s… %s", hostile.substring(0, Math.min(20, hostile.length())), reply.text())
          .isIn(400, 413, 422);
    }
    var large = "{\"x\":\"" + "x".repeat(1 << 20) + "\"," + rest;
    assertThat(target.send(operation, large).status()).isEqualTo(413);
  }

  @TestFactory
  @DisplayName(
      "that says a field twice is refused, for two readers may differ in which one counts:")
  Stream<DynamicTest> twice() {
    return Expectation.withBody()
        .map(it ->
            dynamicTest(
                it,
                () -> {
                  var good = Expectation.body(it).strip();
                  var first = JsonMapper.shared().readTree(good).propertyNames().iterator().next();
                  var double_ = "{\"" + first + "\": null," + good.substring(1);
                  var reply = target.send(it, double_);
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
    for (var path : List.of("/api/cases/" + target.theCase().id(), "/api/tasks/" + target.task())) {
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
