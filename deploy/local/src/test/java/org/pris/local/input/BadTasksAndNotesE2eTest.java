package org.pris.local.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.pris.local.input.BadInput.soon;

import java.util.stream.Stream;
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

/** What is asked of the services around a case, wrongly. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Bad input is refused by name, and leaves nothing behind:")
class BadTasksAndNotesE2eTest {

  final BadInput bad = new BadInput(Account.of("responder1"));

  TheCase theCase = new TheCase("", "");

  Stored before = Stored.NOTHING;

  @BeforeAll
  void given() {
    theCase = TheCase.declared("declarant1", Declared.NORD_BEAUJOUR);
    theCase.move("responder1", "take", "");
    theCase.tasks("first-hour");
    theCase.entry("case.taken.v1");
    before = Stored.settled(theCase);
  }

  @AfterAll
  void nothingStoredNothingPublished() {
    assertThat(Stored.now(theCase)).isEqualTo(before);
  }

  @TestFactory
  @DisplayName("tasks, notes and endpoints")
  Stream<DynamicTest> theRest() {
    var task = theCase.tasks("first-hour").getFirst().path("id").asString();
    var path = "/api/cases/" + theCase.id();
    return Stream.of(
        bad.refused(
            "a task without a title",
            path + "/tasks",
            "{\"phase\": \"CONTAINMENT\"}",
            400,
            "title"),
        bad.refused(
            "a phase that nobody knows",
            path + "/tasks",
            "{\"title\": \"x\", \"phase\": \"PARTY\"}",
            400,
            "phase"),
        bad.refused(
            "a playbook that is none",
            path + "/playbooks",
            "{\"playbook\": \"dance\"}",
            422,
            "playbook"),
        bad.refused(
            "a task's stale version",
            "/api/tasks/" + task + "/transitions",
            "{\"action\": \"start\", \"version\": 99}",
            409),
        bad.refused(
            "an action on a task that nobody knows",
            "/api/tasks/" + task + "/transitions",
            "{\"action\": \"eat\", \"version\": 1}",
            400,
            "action"),
        bad.refused(
            "a note without a word",
            path + "/timeline",
            "{\"kind\": \"FACT\", \"text\": \" \"}",
            400,
            "text"),
        bad.refused(
            "a note of tomorrow",
            path + "/timeline",
            "{\"kind\": \"FACT\", \"text\": \"x\", \"occurredAt\": \"%s\"}".formatted(soon()),
            422,
            "occurredAt"),
        dynamicTest(
            "an endpoint on a private network",
            () ->
                assertThat(
                        Account.of("admin1")
                            .post(
                                "/api/webhooks",
                                "{\"url\": \"https://10.0.0.1/hook\", \"description\": \"x\"}")
                            .expect(422)
                            .fields())
                    .containsExactly("url")));
  }
}
