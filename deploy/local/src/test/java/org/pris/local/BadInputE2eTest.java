package org.pris.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Through web, with tokens, as a script or an attacker would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Bad input is refused by name, and leaves nothing behind:")
class BadInputE2eTest {

  final String soon = Instant.now().plus(Duration.ofDays(2)).toString();

  private static final String KEY = UUID.randomUUID().toString();

  final String first = Declared.body(Declared.NORD_BEAUJOUR);

  final Account declarant = Account.of("declarant1");

  final Account responder = Account.of("responder1");

  TheCase theCase = new TheCase("", "");

  TheCase target = theCase;

  TheCase merged = theCase;

  Stored before = new Stored(List.of(), java.util.Map.of());

  @BeforeAll
  void given() {
    theCase = TheCase.of(declarant.post("/api/declarations", first, KEY).expect(201).json());
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
  @DisplayName("declarations")
  Stream<DynamicTest> declarations() {
    var good = first;
    return Stream.of(
        refused("malformed JSON", "{\"establishment\": ", 400, ""),
        refused("a list in place of an object", "[]", 400, ""),
        refused(
            "wrong types",
            changed(changed(good, "discoveredAt", "5"), "declarant", "\"x\""),
            400,
            "discoveredAt",
            "declarant"),
        refused(
            "2 MB of description",
            changed(good, "description", "\"" + "x".repeat(2 << 20) + "\""),
            413),
        refused(
            "a description longer than a page",
            changed(good, "description", "\"" + "x".repeat(4001) + "\""),
            400,
            "description"),
        refused(
            "a description of two words",
            changed(good, "description", "\"Rien va\""),
            400,
            "description"),
        refused(
            "a type that nobody knows",
            changed(good, "incidentType", "\"ALIENS\""),
            400,
            "incidentType"),
        refused(
            "a discovery in the future",
            changed(good, "discoveredAt", quoted(soon)),
            400,
            "discoveredAt"),
        refused(
            "nothing that is required",
            "{\"establishment\": \"990000010\"}",
            400,
            "declarant.name",
            "declarant.phone",
            "discoveredAt",
            "description"),
        refused(
            "an establishment of others", Declared.body(Declared.VAL_BRISE), 422, "establishment"),
        refused(
            "an establishment that is none",
            changed(good, "establishment", "\"123456789\""),
            400,
            "establishment"),
        refused(
            "a channel of the responders", changed(good, "channel", "\"PHONE\""), 422, "channel"));
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
                      responder, "hold", "\"reason\": \"x\", \"until\": \"" + soon + "\"", 0);
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
        post(
            "an action that nobody knows",
            path + "/transitions",
            "{\"action\": \"explode\", \"version\": 2}",
            400,
            "action"),
        post(
            "a command without a version",
            path + "/transitions",
            "{\"action\": \"take\"}",
            400,
            "version"),
        post(
            "a qualification without its answers",
            path + "/transitions",
            "{\"action\": \"qualify\", \"version\": 2, \"severity\": \"HUGE\"}",
            400,
            "severity"),
        post(
            "fewer operations than none",
            path + "/care",
            "{\"version\": 2, \"cancelledOperations\": -1}",
            400,
            "cancelledOperations"),
        post(
            "a line of care that nobody knows",
            path + "/care",
            "{\"version\": 2, \"lines\": [{\"line\": \"COFFEE\", \"state\": \"NORMAL\"}]}",
            400,
            "lines[0].line"),
        post(
            "a legal clock of nobody",
            path + "/deadlines",
            "{\"version\": %d, \"establishment\": \"990000028\", \"regime\": \"GDPR_33\", \"status\": \"MET\", \"at\": \"2026-01-01T00:00:00Z\"}"
                .formatted(theCase.seen().path("version").asLong()),
            422,
            "regime"),
        post(
            "a case opened tomorrow",
            "/api/cases",
            """
            {"establishment": "990000010", "source": "THIRD_PARTY_WARNING", "discoveredAt": "%s",
             "description": "Un appel de plus de vingt caractères"}
            """
                .formatted(soon),
            422,
            "discoveredAt"));
  }

  @TestFactory
  @DisplayName("tasks, notes and endpoints")
  Stream<DynamicTest> theRest() {
    var task = theCase.tasks("first-hour").getFirst().path("id").asString();
    var path = "/api/cases/" + theCase.id();
    return Stream.of(
        post(
            "a task without a title",
            path + "/tasks",
            "{\"phase\": \"CONTAINMENT\"}",
            400,
            "title"),
        post(
            "a phase that nobody knows",
            path + "/tasks",
            "{\"title\": \"x\", \"phase\": \"PARTY\"}",
            400,
            "phase"),
        post(
            "a playbook that is none",
            path + "/playbooks",
            "{\"playbook\": \"dance\"}",
            422,
            "playbook"),
        post(
            "a task's stale version",
            "/api/tasks/" + task + "/transitions",
            "{\"action\": \"start\", \"version\": 99}",
            409),
        post(
            "an action on a task that nobody knows",
            "/api/tasks/" + task + "/transitions",
            "{\"action\": \"eat\", \"version\": 1}",
            400,
            "action"),
        post(
            "a note without a word",
            path + "/timeline",
            "{\"kind\": \"FACT\", \"text\": \" \"}",
            400,
            "text"),
        post(
            "a note of tomorrow",
            path + "/timeline",
            "{\"kind\": \"FACT\", \"text\": \"x\", \"occurredAt\": \"%s\"}".formatted(soon),
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

  private DynamicTest refused(String what, String body, int status, String... fields) {
    return dynamicTest(what, () -> check(declarant, "/api/declarations", body, status, fields));
  }

  private DynamicTest post(String what, String path, String body, int status, String... fields) {
    return dynamicTest(what, () -> check(responder, path, body, status, fields));
  }

  private static void check(Account by, String path, String body, int status, String... fields) {
    var reply = by.post(path, body);
    reply.expect(status);
    assertThat(reply.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(reply.fields()).contains(fields);
    assertThat(reply.fields().isEmpty()).isEqualTo(fields.length == 0);
    assertThat(reply.text()).doesNotContain(Canary.WORD);
  }

  private static String into(TheCase target) {
    return "\"into\": \"%s\"".formatted(target.id());
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  /** The same body with another value of one field. */
  private static String changed(String body, String field, String json) {
    var mapper = tools.jackson.databind.json.JsonMapper.shared();
    var tree = (tools.jackson.databind.node.ObjectNode) mapper.readTree(body);
    tree.set(field, mapper.readTree(json));
    return tree.toString();
  }
}
