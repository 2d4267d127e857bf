package org.pris.local.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.pris.local.client.Account;
import org.pris.local.client.Databases;
import org.pris.local.client.DeadEndpoint;
import org.pris.local.client.Declared;
import org.pris.local.client.Expectation;
import org.pris.local.client.TheCase;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Fields that only the server sets, sent along with what a caller may say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("What the server decides is taken from nobody:")
class MassAssignmentE2eTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String ID = "00000000-dead-4000-8000-000000000000";

  private static final String TEXT = "planted" + UUID.randomUUID().toString().substring(0, 8);

  /** When nothing was: an instant that stands nowhere else. */
  private static final String AT = "1999-09-19T09:19:39Z";

  private static final String OBJECT = "{\"" + TEXT + "\": \"" + TEXT + "\"}";

  /** As the documents and events of the services name them, and as libraries would read them. */
  private static final Map<String, String> SERVERS =
      Map.ofEntries(
          Map.entry("id", "\"" + ID + "\""),
          Map.entry("_id", "\"" + ID + "\""),
          Map.entry("caseId", "\"" + ID + "\""),
          Map.entry("reference", "\"" + TEXT + "\""),
          Map.entry("caseReference", "\"" + TEXT + "\""),
          Map.entry("revision", "666"),
          Map.entry("lock", "666"),
          Map.entry("seq", "666"),
          Map.entry("hash", "\"" + TEXT + "\""),
          Map.entry("previousHash", "\"" + TEXT + "\""),
          Map.entry("seals", OBJECT),
          Map.entry("salts", OBJECT),
          Map.entry("eventId", "\"" + ID + "\""),
          Map.entry("author", OBJECT),
          Map.entry("actor", OBJECT),
          Map.entry("by", "\"" + TEXT + "\""),
          Map.entry("subject", "\"" + ID + "\""),
          Map.entry("role", "\"ADMIN\""),
          Map.entry("roles", "[\"ADMIN\"]"),
          Map.entry("submitted", OBJECT),
          Map.entry("submittedAt", "\"" + AT + "\""),
          Map.entry("openedAt", "\"" + AT + "\""),
          Map.entry("createdAt", "\"" + AT + "\""),
          Map.entry("recordedAt", "\"" + AT + "\""),
          Map.entry("theCase", OBJECT),
          Map.entry("outbox", "[" + OBJECT + "]"),
          Map.entry("outboxAt", "\"" + AT + "\""),
          Map.entry("legalEntity", "\"990000099\""),
          Map.entry("caseStatus", "\"CLOSED\""),
          Map.entry("presumedSeverity", "\"CRISIS\""),
          Map.entry("mergedInto", "\"" + ID + "\""),
          Map.entry("merging", "\"" + ID + "\""),
          Map.entry("absorbed", "[\"" + ID + "\"]"),
          Map.entry("tasks", "[" + OBJECT + "]"),
          Map.entry("secret", "\"whsec_" + TEXT + "\""),
          Map.entry("secrets", "[" + OBJECT + "]"),
          Map.entry("digest", "\"" + TEXT + "\""),
          Map.entry("versions", "[" + OBJECT + "]"),
          Map.entry("_class", "\"java.lang.ProcessBuilder\""),
          Map.entry("@class", "\"java.lang.ProcessBuilder\""),
          Map.entry("@type", "\"java.lang.ProcessBuilder\""),
          Map.entry("class", OBJECT),
          Map.entry("__proto__", OBJECT),
          Map.entry("constructor", OBJECT),
          Map.entry("$set", OBJECT),
          Map.entry("theCase.access", OBJECT));

  private static final String KNOWN = "is not known here; known are ";

  TheCase theCase = new TheCase("", "");

  String task = "";

  String note = "";

  String webhook = "";

  @BeforeAll
  void given() {
    theCase = TheCase.declared("declarant1", Declared.NORD_BEAUJOUR);
    theCase.move("responder1", "take", "");
    theCase.entry("case.taken.v1");
    task = theCase.tasks("first-hour").getFirst().path("id").asString();
    var written =
        Account.of("responder1")
            .post(
                "/api/cases/" + theCase.id() + "/timeline",
                "{\"kind\": \"FACT\", \"text\": \"x\"}");
    note = written.expect(201).json().path("seq").asString();
    webhook = DeadEndpoint.made().id();
  }

  @AfterAll
  void tidy() {
    DeadEndpoint.removeAll();
  }

  @TestFactory
  @DisplayName("at")
  Stream<DynamicTest> everywhere() {
    // only a restricted case admits anybody
    return Expectation.withBody()
        .filter(it -> !it.endsWith("/admissions"))
        .map(it -> dynamicTest(it, () -> check(it)));
  }

  /** Sent alone it would be carried out; with what nobody may say it is refused, and named. */
  private void check(String operation) {
    var body = (ObjectNode) JSON.readTree(good(operation));
    if (body.has("version")) {
      body.put("version", version(operation));
    }
    var added = SERVERS.keySet().stream().filter(it -> !body.has(it)).toList();
    added.forEach(name -> body.set(name, JSON.readTree(SERVERS.get(name))));
    var by = by(operation);
    var before = theCase.seen();
    var reply =
        by.call(operation.substring(0, operation.indexOf(' ')), path(operation), body.toString());

    reply.expect(400);
    assertThat(reply.text()).doesNotContain(ID, TEXT, AT);
    var errors = reply.json().path("errors");
    assertThat(errors.findValuesAsString("field")).isNotEmpty().allMatch(added::contains);
    // the answer says what the operation does read
    assertThat(errors.findValuesAsString("message"))
        .allMatch(it -> it.startsWith(KNOWN))
        .allMatch(
            it -> Stream.of(it.substring(KNOWN.length()).split(", ")).noneMatch(added::contains));
    assertThat(theCase.seen()).isEqualTo(before);
  }

  @AfterAll
  void stored() {
    assertThat(Databases.documents())
        .as("in the stores")
        .noneMatch(it -> it.contains(TEXT) || it.contains(ID) || it.contains(AT));
  }

  /** What is carried out as the case, its tasks and the endpoint stand now. */
  private String good(String operation) {
    return switch (operation) {
      case "POST /api/declarations/{id}/complements" ->
          "{\"version\": 1, \"scope\": \"CONTAINED\"}";
      case "POST /api/cases/{id}/transitions" ->
          "{\"action\": \"qualify\", \"version\": 1, " + Declared.QUALIFICATION + "}";
      case "POST /api/declarations" -> Declared.body(Declared.NORD_BEAUJOUR);
      case "POST /api/cases/{id}/affected" ->
          Expectation.body(operation).replace(Declared.NORD_BEAUJOUR, Declared.VAL_BRISE);
      case "POST /api/cases/{id}/deadlines" -> settled();
      case "POST /api/tasks/{id}/transitions" ->
          "{\"action\": \"block\", \"version\": 1, \"reason\": \"x\"}";
      case "POST /api/webhooks" -> DeadEndpoint.BODY;
      default -> Expectation.body(operation);
    };
  }

  private long version(String operation) {
    if (operation.contains("/declarations/")) {
      return 1;
    }
    var lead = Account.of("lead1");
    var current =
        operation.contains("/tasks/{id}/") ? lead.get("/api/tasks/" + task).json() : theCase.seen();
    return current.path("version").asLong();
  }

  /** Names a reference of its own, for there it is a person's to say. */
  private String settled() {
    var clock =
        theCase
            .seen()
            .path("deadlines")
            .valueStream()
            .filter(it -> it.path("kind").asString().equals("LEGAL"))
            .findFirst()
            .orElseThrow();
    return """
    {"version": 1, "establishment": "%s", "regime": "%s", "status": "NOT_APPLICABLE",
     "reason": "x", "reference": "x"}
    """
        .formatted(clock.path("establishment").asString(), clock.path("regime").asString());
  }

  private static Account by(String operation) {
    return operation.contains("/webhooks")
        ? Account.of("admin1")
        : Account.of(operation.contains("/declarations") ? "declarant1" : "lead1");
  }

  private String path(String operation) {
    var path = operation.substring(operation.indexOf(' ') + 1);
    return path.replace("/tasks/{id}", "/tasks/" + task)
        .replace("/webhooks/{id}", "/webhooks/" + webhook)
        .replace("{id}", theCase.id())
        .replace("{seq}", note);
  }
}
