package org.pris.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A case that a test works on through the API. */
public record TheCase(String id, String reference) {

  public static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The case that a declaration opened, as soon as it is there. */
  public static TheCase of(JsonNode declaration) {
    var id = declaration.path("id").asString();
    var responder = Account.of("responder1");
    var found = answered(responder, "/api/cases/" + id, _ -> true);
    return new TheCase(id, found.path("reference").asString());
  }

  public static TheCase declared(String declarant, String establishment) {
    return of(Declared.by(declarant, establishment));
  }

  public JsonNode seenBy(Account reader) {
    return reader.get("/api/cases/" + id).expect(200).json();
  }

  public JsonNode seen() {
    return seenBy(Account.of("responder1"));
  }

  public String status() {
    return seen().path("status").asString();
  }

  /** Asks for a step, on the version that is there now. */
  public Reply ask(Account by, String action, String fields) {
    return ask(by, action, fields, seen().path("version").asLong());
  }

  public Reply ask(Account by, String action, String fields, long version) {
    var more = fields.isBlank() ? "" : ", " + fields;
    var body = "{\"action\": \"%s\", \"version\": %d%s}".formatted(action, version, more);
    return by.post("/api/cases/" + id + "/transitions", body);
  }

  public TheCase move(String username, String action, String fields) {
    ask(Account.of(username), action, fields).expect(200);
    return this;
  }

  /** Another command: care, deadlines, access, … */
  public TheCase edit(String username, String what, String fields) {
    var body = "{\"version\": %d, %s}".formatted(seen().path("version").asLong(), fields);
    Account.of(username).post("/api/cases/" + id + "/" + what, body).expect(200);
    return this;
  }

  public TheCase qualified() {
    return move("responder1", "take", "").move("responder1", "qualify", Declared.QUALIFICATION);
  }

  public TheCase engaged() {
    return move("lead1", "engage", "\"lead\": \"lead1\", \"agreement\": \"CONV-2026-17\"");
  }

  /** The tasks, once those of the given playbook are laid out. */
  public List<JsonNode> tasks(String playbook) {
    var plan =
        answered(
            Account.of("lead1"),
            "/api/cases/" + id + "/tasks",
            it -> it.path("playbooks").valueStream().anyMatch(p -> p.asString().equals(playbook)));
    return plan.path("tasks").valueStream().toList();
  }

  /**
   * Does every mandatory task there is, or waives it, in an order that its gates allow; until the
   * case has heard of it.
   */
  public void finishTasks(String playbook) {
    var lead = Account.of("lead1");
    await()
        .atMost(PATIENCE)
        .until(() -> {
          var open =
              tasks(playbook).stream()
                  .filter(it -> it.path("mandatory").asBoolean())
                  .filter(it -> !List.of("DONE", "WAIVED").contains(it.path("status").asString()))
                  .toList();
          open.stream().filter(it -> allows(it, "complete")).forEach(it -> complete(lead, it));
          return open.isEmpty();
        });
    await().atMost(PATIENCE).until(() -> seen().path("openMandatoryTasks").asInt() == 0);
  }

  private static boolean allows(JsonNode task, String action) {
    return task.path("allowedActions")
        .valueStream()
        .anyMatch(it ->
            it.path("action").asString().equalsIgnoreCase(action)
                && it.path("allowed").asBoolean());
  }

  public static void complete(Account by, JsonNode task) {
    var body =
        "{\"action\": \"complete\", \"version\": %d, \"note\": \"%s\"}"
            .formatted(task.path("version").asLong(), Canary.text("note"));
    by.post("/api/tasks/" + task.path("id").asString() + "/transitions", body).expect(200);
  }

  /** Settles what blocks closing: told in time, with what was received for it. */
  public void settleDeadlines(String username) {
    for (var clock : seen().path("deadlines")) {
      var status = clock.path("status").asString();
      if (clock.path("kind").asString().equals("LEGAL")
          && List.of("TO_ASSESS", "RUNNING", "MISSED").contains(status)) {
        edit(
            username,
            "deadlines",
            """
            "establishment": "%s", "regime": "%s", "status": "NOT_APPLICABLE", "reason": "%s"\
            """
                .formatted(
                    clock.path("establishment").asString(),
                    clock.path("regime").asString(),
                    Canary.text("raison")));
      }
    }
  }

  /** All entries that the reader gets, page by page. */
  public List<JsonNode> entries(Account reader) {
    List<JsonNode> entries = new ArrayList<>();
    @Nullable String after = "";
    while (after != null) {
      var query = "?limit=200" + (after.isEmpty() ? "" : "&after=" + after);
      var page = reader.get("/api/cases/" + id + "/timeline" + query).expect(200).json();
      page.path("items").forEach(entries::add);
      after = page.path("next").isNull() ? null : page.path("next").asString();
    }
    return entries;
  }

  public List<String> types(Account reader) {
    return entries(reader).stream().map(it -> it.path("type").asString()).toList();
  }

  /** The timeline follows: waits for an entry of this type. */
  public JsonNode entry(String type) {
    var reader = Account.of("lead1");
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(AssertionError.class)
        .until(() -> types(reader).contains(type));
    return entries(reader).stream()
        .filter(it -> it.path("type").asString().equals(type))
        .findFirst()
        .orElseThrow();
  }

  /** What is answered once it is there and is as expected: services hear of each other later. */
  public static JsonNode answered(Account reader, String path, Predicate<JsonNode> expected) {
    return await()
        .atMost(PATIENCE)
        .until(() -> reader.get(path), it -> it.status() == 200 && expected.test(it.json()))
        .json();
  }

  public void expectStatus(String status) {
    assertThat(status()).isEqualTo(status);
  }
}
