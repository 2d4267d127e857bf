package org.pris.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Fields that only the server sets, sent along with what a caller may say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("What the server decides is taken from nobody:")
class MassAssignmentE2eTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String ID = "00000000-dead-4000-8000-000000000000";

  private static final String TEXT = "planted" + UUID.randomUUID().toString().substring(0, 8);

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
          Map.entry("submittedAt", "\"1999-01-01T00:00:00Z\""),
          Map.entry("openedAt", "\"1999-01-01T00:00:00Z\""),
          Map.entry("createdAt", "\"1999-01-01T00:00:00Z\""),
          Map.entry("recordedAt", "\"1999-01-01T00:00:00Z\""),
          Map.entry("theCase", OBJECT),
          Map.entry("outbox", "[" + OBJECT + "]"),
          Map.entry("outboxAt", "\"1999-01-01T00:00:00Z\""),
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

  TheCase theCase = new TheCase("", "");

  String task = "";

  @BeforeAll
  void given() {
    theCase = TheCase.declared("declarant1", Declared.NORD_BEAUJOUR);
    theCase.move("responder1", "take", "");
    theCase.entry("case.taken.v1");
    task = theCase.tasks("first-hour").getFirst().path("id").asString();
  }

  @TestFactory
  @DisplayName("at")
  Stream<DynamicTest> everywhere() {
    return Expectation.all().entrySet().stream()
        .filter(it -> !it.getValue().body().isEmpty())
        .map(it -> dynamicTest(it.getKey(), () -> check(it.getKey(), it.getValue().body())));
  }

  private void check(String operation, String good) {
    var body = (ObjectNode) JSON.readTree(current(operation, good));
    SERVERS.forEach((name, value) -> {
      if (!body.has(name)) {
        body.set(name, JSON.readTree(value));
      }
    });
    var by = by(operation);
    var reply =
        by.call(operation.substring(0, operation.indexOf(' ')), path(operation), body.toString());

    assertThat(reply.status()).as(reply.text()).isIn(200, 201, 400, 404, 409, 422);
    assertThat(reply.text()).doesNotContain(ID, TEXT, "1999-01-01");
    if (reply.status() < 300) {
      again(by, reply.json());
    }
    theCase.seen();
  }

  /** What it wrote, read back. */
  private void again(Account by, JsonNode written) {
    var id = written.path("id").asString("");
    for (var page :
        List.of("/api/cases/" + theCase.id(), "/api/declarations/" + id, "/api/tasks/" + id)) {
      assertThat(by.get(page).text()).doesNotContain(ID, TEXT, "1999-01-01");
    }
  }

  @AfterAll
  void stored() {
    assertThat(Databases.documents())
        .as("in the stores")
        .noneMatch(it -> it.contains(TEXT) || it.contains(ID));
  }

  private String current(String operation, String good) {
    var version = theCase.seen().path("version").asLong();
    return switch (operation) {
      case "POST /api/declarations" -> Declared.body(Declared.NORD_BEAUJOUR);
      case "POST /api/declarations/{id}/complements" ->
          "{\"version\": 1, \"scope\": \"CONTAINED\"}";
      default ->
          operation.startsWith("POST /api/cases/{id}/")
              ? good.replace("\"version\": 1", "\"version\": " + version)
              : good;
    };
  }

  private static Account by(String operation) {
    return operation.contains("/webhooks")
        ? Account.of("admin1")
        : Account.of(operation.contains("/declarations") ? "declarant1" : "lead1");
  }

  private String path(String operation) {
    var path = operation.substring(operation.indexOf(' ') + 1);
    return path.replace("/tasks/{id}", "/tasks/" + task)
        .replace("/webhooks/{id}", "/webhooks/" + UUID.randomUUID())
        .replace("{id}", theCase.id())
        .replace("{seq}", "2");
  }
}
