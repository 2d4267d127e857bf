package org.pris.local.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.local.input.BadInput.changed;
import static org.pris.local.input.BadInput.soon;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.pris.local.client.Account;
import org.pris.local.client.Canary;
import org.pris.local.client.Declared;
import org.pris.local.client.Stored;
import org.pris.local.client.TheCase;

/** What a declaration may not say, and not say twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Bad input is refused by name, and leaves nothing behind:")
class BadDeclarationsE2eTest {

  private static final String KEY = UUID.randomUUID().toString();

  final String first = Declared.body(Declared.NORD_BEAUJOUR);

  final Account declarant = Account.of("declarant1");

  TheCase theCase = new TheCase("", "");

  Stored before = Stored.NOTHING;

  @BeforeAll
  void given() {
    theCase = TheCase.of(declarant.post("/api/declarations", first, KEY).expect(201).json());
    theCase.tasks("first-hour");
    theCase.entry("case.opened.v1");
    before = Stored.settled(theCase);
  }

  @AfterAll
  void nothingStoredNothingPublished() {
    assertThat(Stored.now(theCase)).isEqualTo(before);
  }

  @TestFactory
  @DisplayName("declarations")
  Stream<DynamicTest> declarations() {
    return Stream.of(
        declared("malformed JSON", "{\"establishment\": ", 400, ""),
        declared("a list in place of an object", "[]", 400, ""),
        declared(
            "wrong types",
            changed(changed(first, "discoveredAt", "5"), "declarant", "\"x\""),
            400,
            "discoveredAt",
            "declarant"),
        declared(
            "2 MB of description",
            changed(first, "description", "\"" + "x".repeat(2 << 20) + "\""),
            413),
        declared(
            "a description longer than a page",
            changed(first, "description", "\"" + "x".repeat(4001) + "\""),
            400,
            "description"),
        declared(
            "a description with a control character",
            changed(first, "description", "\"Rien\\u0000 va\""),
            400,
            "description"),
        declared(
            "a type that nobody knows",
            changed(first, "incidentType", "\"ALIENS\""),
            400,
            "incidentType"),
        declared(
            "a discovery in the future",
            changed(first, "discoveredAt", "\"" + soon() + "\""),
            400,
            "discoveredAt"),
        declared(
            "nothing that is required",
            "{\"establishment\": \"990000010\"}",
            400,
            "declarant.name",
            "declarant.phone"),
        declared(
            "an establishment of others", Declared.body(Declared.VAL_BRISE), 422, "establishment"),
        declared(
            "an establishment that is none",
            changed(first, "establishment", "\"123456789\""),
            400,
            "establishment"),
        declared(
            "a channel of the responders", changed(first, "channel", "\"PHONE\""), 422, "channel"));
  }

  @Test
  @DisplayName("the key of a declaration with another body; with the same one it answers the first")
  void otherBody() {
    var other = changed(first, "description", "\"Autre chose, et assez long pour passer\"");
    var refused = declarant.post("/api/declarations", other, KEY).expect(422);
    assertThat(refused.text()).doesNotContain(Canary.WORD);

    var again = declarant.post("/api/declarations", first, KEY).expect(201).json();
    assertThat(again.path("id").asString()).isEqualTo(theCase.id());
  }

  private DynamicTest declared(String what, String body, int status, String... fields) {
    return new BadInput(declarant).refused(what, "/api/declarations", body, status, fields);
  }
}
