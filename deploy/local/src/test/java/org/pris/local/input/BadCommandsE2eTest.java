package org.pris.local.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.pris.local.input.BadInput.soon;

import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.pris.local.client.Account;
import org.pris.local.client.Declared;
import org.pris.local.client.Stored;
import org.pris.local.client.TheCase;

/** What is asked of a case, wrongly in form or against its rules. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Bad input is refused by name, and leaves nothing behind:")
class BadCommandsE2eTest {

  final Account responder = Account.of("responder1");

  final BadInput bad = new BadInput(responder);

  TheCase theCase = new TheCase("", "");

  TheCase target = theCase;

  TheCase merged = theCase;

  Stored before = Stored.NOTHING;

  @BeforeAll
  void given() {
    theCase = TheCase.declared("declarant1", Declared.NORD_BEAUJOUR);
    theCase.move("responder1", "take", "");
    theCase.tasks("first-hour");
    target = TheCase.declared("declarant2", Declared.VAL_BRISE);
    merged = TheCase.declared("declarant2", Declared.VAL_BRISE);
    merged.move("responder1", "merge", "\"into\": \"%s\"".formatted(target.id()));
    Awaitility.await().until(() -> merged.status().equals("MERGED"));
    merged.entry("case.merged.v1");
    target.entry("case.absorbed.v1");
    before = Stored.settled(theCase);
  }

  @AfterAll
  void nothingStoredNothingPublished() {
    assertThat(Stored.now(theCase)).isEqualTo(before);
  }

  @TestFactory
  @DisplayName("commands on a case")
  Stream<DynamicTest> commands() {
    var path = "/api/cases/" + theCase.id();
    return Stream.of(
        dynamicTest(
            "a stale version, answered with the current one",
            () -> {
              var reply =
                  theCase.ask(
                      responder, "hold", "\"reason\": \"x\", \"until\": \"" + soon() + "\"", 0);
              assertThat(reply.expect(409).type()).isEqualTo("urn:pris:problem:stale");
              assertThat(reply.json().path("currentVersion").asLong())
                  .isEqualTo(theCase.seen().path("version").asLong());
            }),
        dynamicTest(
            "a merge into itself",
            () -> {
              var reply = theCase.ask(responder, "merge", into(theCase)).expect(409);
              assertThat(reply.type()).isEqualTo("urn:pris:problem:rule-violation");
              assertThat(reply.reasons()).contains("MERGE_INTO_ITSELF");
            }),
        dynamicTest(
            "a merge in a cycle",
            () ->
                assertThat(target.ask(responder, "merge", into(merged)).expect(409).reasons())
                    .isNotEmpty()),
        dynamicTest(
            "a merge into a case of another legal entity",
            () ->
                assertThat(theCase.ask(responder, "merge", into(target)).expect(409).reasons())
                    .contains("OTHER_LEGAL_ENTITY")),
        dynamicTest(
            "a merge into nothing",
            () ->
                assertThat(
                        theCase
                            .ask(
                                responder, "merge", "\"into\": \"%s\"".formatted(UUID.randomUUID()))
                            .expect(422)
                            .fields())
                    .containsExactly("into")),
        bad.refused(
            "an action that nobody knows",
            path + "/transitions",
            "{\"action\": \"explode\", \"version\": 2}",
            400,
            "action"),
        bad.refused(
            "a command without a version",
            path + "/transitions",
            "{\"action\": \"take\"}",
            400,
            "version"),
        bad.refused(
            "a qualification without its answers",
            path + "/transitions",
            "{\"action\": \"qualify\", \"version\": 2, \"severity\": \"HUGE\"}",
            400,
            "severity"),
        bad.refused(
            "fewer operations than none",
            path + "/care",
            "{\"version\": 2, \"cancelledOperations\": -1}",
            400,
            "cancelledOperations"),
        bad.refused(
            "a line of care that nobody knows",
            path + "/care",
            "{\"version\": 2, \"lines\": [{\"line\": \"COFFEE\", \"state\": \"NORMAL\"}]}",
            400,
            "lines[0].line"),
        bad.refused(
            "a legal clock of nobody",
            path + "/deadlines",
            "{\"version\": %d, \"establishment\": \"990000028\", \"regime\": \"GDPR_33\", \"status\": \"MET\", \"at\": \"2026-01-01T00:00:00Z\"}"
                .formatted(theCase.seen().path("version").asLong()),
            422,
            "regime"),
        bad.refused(
            "a case opened tomorrow",
            "/api/cases",
            """
            {"establishment": "990000010", "source": "THIRD_PARTY_WARNING", "discoveredAt": "%s",
             "description": "Un appel de plus de vingt caractères"}
            """
                .formatted(soon()),
            422,
            "discoveredAt"));
  }

  private static String into(TheCase target) {
    return "\"into\": \"%s\"".formatted(target.id());
  }
}
