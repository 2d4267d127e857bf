package org.pris.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.pris.local.client.Account;
import org.pris.local.client.Declared;
import org.pris.local.client.Expectation;
import org.pris.local.client.Operations;
import org.pris.local.client.Reply;
import org.pris.local.client.TheCase;

/** What a declarant of one establishment learns of another's: nothing, on whichever path. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Between establishments:")
class IsolationE2eTest {

  final Account stranger = Account.of("declarant1");

  TheCase theirs = new TheCase("", "");

  String theirTask = "";

  @BeforeAll
  void given() {
    theirs = TheCase.declared("declarant2", Declared.VAL_BRISE);
    theirs.qualified().engaged();
    theirTask = theirs.tasks("ransomware").getFirst().path("id").asString();
    theirs.entry("case.engaged.v1");
    var own = Account.of("declarant2");
    assertThat(theirs.seenBy(own).path("view").asString()).isEqualTo("ESTABLISHMENT");
  }

  @Test
  @DisplayName("every operation of every service has an expectation, and none is of the past")
  void complete() {
    assertThat(Expectation.all().keySet()).isEqualTo(Operations.all());
  }

  @TestFactory
  @DisplayName("another establishment's declarant is answered")
  Stream<DynamicTest> operations() {
    return Expectation.all().entrySet().stream()
        .map(it ->
            dynamicTest(
                it.getValue().answer() + " at " + it.getKey(),
                () -> check(stranger, it.getKey(), it.getValue())));
  }

  @TestFactory
  @DisplayName("a hospital's machine, which reads back only what it sent, is answered")
  Stream<DynamicTest> machines() {
    var machine = Account.machine("soc-990000010");
    var ownHospitals = TheCase.declared("declarant1", Declared.NORD_BEAUJOUR);
    return Expectation.all().keySet().stream()
        .filter(it -> it.startsWith("GET ") && it.contains("{id}"))
        .map(it ->
            dynamicTest(
                "without a word at " + it,
                () -> {
                  var path = path(it, ownHospitals.id(), ownHospitals.id());
                  var reply = machine.get(path);
                  assertThat(reply.status()).as(reply.text()).isIn(403, 404);
                  assertThat(anonymous(reply.text(), ownHospitals.id()))
                      .isEqualTo(unknown(machine, "GET", it, ""));
                }));
  }

  @Test
  @DisplayName("the people of a legal entity see what their sites declared")
  void legalEntity() {
    var declaration = Declared.by("declarant3", Declared.VAL_DOMBE);
    var theCase = TheCase.of(declaration);
    var head = Account.of("declarant3");

    assertThat(theCase.seenBy(head).path("view").asString()).isEqualTo("ESTABLISHMENT");
    assertThat(ids(head.get("/api/declarations"))).contains(theCase.id());
    assertThat(ids(head.get("/api/cases"))).contains(theCase.id());
    TheCase.answered(
        head, "/api/cases/" + theCase.id() + "/tasks", it -> !it.path("tasks").isEmpty());
    theCase.entry("case.opened.v1");
    assertThat(theCase.types(head)).contains("declaration.submitted.v1", "case.opened.v1");
    assertThat(stranger.get("/api/cases/" + theCase.id()).status()).isEqualTo(404);
  }

  private void check(Account reader, String operation, Expectation expected) {
    var method = operation.substring(0, operation.indexOf(' '));
    var reply = ask(reader, method, path(operation, theirs.id(), theirTask), expected.body());
    switch (expected.answer()) {
      case HIDDEN -> {
        assertThat(reply.expect(404).headers().firstValue("Retry-After")).hasValue("1");
        assertThat(anonymous(reply.text(), theirs.id()))
            .isEqualTo(unknown(reader, method, operation, expected.body()));
        byReference(reader, operation, method, expected);
      }
      case FORBIDDEN ->
          assertThat(anonymous(reply.expect(403).text(), theirs.id()))
              .isEqualTo(unknown(reader, method, operation, expected.body()));
      case OWN_LIST, COMMON -> reply.expect(200);
      case OWN_ONLY -> assertThat(reply.expect(422).fields()).contains("establishment");
    }
    assertThat(reply.text().replace(theirs.id(), "").replace(theirTask, ""))
        .doesNotContain(theirs.reference(), "Benali");
    if (expected.answer() == Expectation.Answer.OWN_LIST) {
      assertThat(reply.text()).doesNotContain(theirs.id(), Declared.VAL_BRISE);
    }
  }

  /** A reference leads no further than an id. */
  private void byReference(Account reader, String operation, String method, Expectation expected) {
    if (operation.contains("/api/cases/{id}")) {
      ask(reader, method, path(operation, theirs.reference(), theirTask), expected.body())
          .expect(404);
      ask(reader, method, path(operation, "PRIS-1999-000001", theirTask), expected.body())
          .expect(404);
    }
  }

  /** What the same reader gets for something that does not exist. */
  private static String unknown(Account reader, String method, String operation, String body) {
    var nothing = UUID.randomUUID().toString();
    return anonymous(ask(reader, method, path(operation, nothing, nothing), body).text(), nothing);
  }

  private static Reply ask(Account reader, String method, String path, String body) {
    return reader.call(method, path, body.isEmpty() ? null : body);
  }

  private static String path(String operation, String id, String task) {
    var path = operation.substring(operation.indexOf(' ') + 1);
    return path.replace("{id}", path.startsWith("/api/tasks/") ? task : id)
        .replace("{seq}", "1")
        .replace("{finess}", Declared.VAL_BRISE);
  }

  /** The body without the id that was asked for. */
  private static String anonymous(String body, String id) {
    return body.replace(id, "…").replaceAll("/api/tasks/[0-9a-f-]{36}", "/api/tasks/…");
  }

  private static List<String> ids(Reply list) {
    return list.expect(200).items().valueStream().map(it -> it.path("id").asString()).toList();
  }
}
