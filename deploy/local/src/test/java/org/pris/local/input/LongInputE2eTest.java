package org.pris.local.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.pris.local.input.Target.encoded;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.local.client.Account;
import org.pris.local.client.Expectation;
import org.pris.local.client.Operations;
import org.pris.local.client.Reply;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What an expression would try to match in ever more ways, or with an ever deeper stack. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A text")
class LongInputE2eTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  /** Of a body, which may have 256 kB. */
  private static final int LONG = 60_000;

  /** Of an address, where one character may become nine. */
  private static final int LONG_IN_ADDRESS = 3_000;

  /** Repeated, and then something that fits no more. */
  private static final List<String> REPEATED =
      List.of("a", "-a", ".a", "1", " ", "A@a.", "é\u0301", "1 ", "/%2e", "(a+)+", "+33 ", "\\");

  final Account responder = Account.of("responder1");

  Target target = Target.NONE;

  @AfterAll
  void tidy() {
    target.remove();
  }

  @BeforeAll
  void given() {
    target = Target.made();
  }

  private static Stream<String> endless(String begin, int length) {
    return REPEATED.stream().map(it -> begin + it.repeat(length / it.length()) + "!");
  }

  private static void answeredAtOnce(String what, List<Integer> expected, Supplier<Reply> asked) {
    var start = Instant.now();
    var reply = asked.get();
    assertThat(reply.status()).as(what + " " + reply.text()).isIn(expected);
    assertThat(Duration.between(start, Instant.now())).as(what).isLessThan(AT_ONCE);
  }

  @TestFactory
  @DisplayName("in a body is refused at once where it is too long or of another form:")
  Stream<DynamicTest> bodies() {
    return Expectation.withBody().map(it -> dynamicTest(it, () -> bodies(it)));
  }

  private void bodies(String operation) {
    for (var text : FullBodies.of(operation)) {
      var good = JSON.readTree(text);
      for (var place : Places.in(good)) {
        if (good.at(place).isString()) {
          endless("a", LONG)
              .map(it ->
                  Places.with(good, place, JsonNodeFactory.instance.stringNode(it)).toString())
              .forEach(it ->
                  answeredAtOnce(
                      operation + place + "=" + it.substring(it.length() - 20),
                      List.of(400, 422),
                      () -> target.send(operation, it)));
        }
      }
    }
  }

  @TestFactory
  @DisplayName("in an address is answered at once, as a filter or as a name:")
  Stream<DynamicTest> addresses() {
    return Operations.reading().map(it -> dynamicTest(it, () -> addresses(it)));
  }

  private void addresses(String operation) {
    for (var name :
        List.of(
            "q",
            "status",
            "establishment",
            "department",
            "assignee",
            "campaign",
            "after",
            "kind")) {
      endless("a", LONG_IN_ADDRESS)
          .forEach(it ->
              answeredAtOnce(
                  operation + name,
                  List.of(200, 400, 403, 404),
                  () -> target.ask(operation, name + "=" + encoded(it))));
    }
    if (operation.contains("{")) {
      for (var name :
          List.of("a".repeat(LONG_IN_ADDRESS), "1".repeat(LONG_IN_ADDRESS), "-a".repeat(999))) {
        answeredAtOnce(
            operation + name,
            List.of(400, 403, 404),
            () -> Target.by(operation).get(named(operation, name)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+$",
        "^(([a-z])+.)+[A-Z]([a-z])+$",
        ".*.*.*.*.*.*.*x",
        "(((((((((((((((((((((((((((",
        "[a-",
        "\\",
        "\\Q",
        "a{99999}",
        "%",
        "*",
        "$",
        "^",
        "\u0301\u0301\u0301\u0301\u0301\u0301"
      })
  @DisplayName("to search for is a word like any other, and found as quickly:")
  void expressions(String q) {
    for (var list : List.of("/api/establishments", "/api/cases")) {
      for (var text : List.of(q, q.repeat(Math.max(1, 100 / q.length())), "a".repeat(90) + q)) {
        answeredAtOnce(
            list + q, List.of(200, 400), () -> responder.get(list + "?q=" + encoded(text)));
      }
    }
  }

  private static String named(String operation, String name) {
    return operation
        .substring(operation.indexOf(' ') + 1)
        .replace("{id}", name)
        .replace("{seq}", "1")
        .replace("{finess}", name);
  }
}
