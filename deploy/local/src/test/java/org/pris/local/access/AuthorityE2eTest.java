package org.pris.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.pris.local.client.Account;
import org.pris.local.client.Agency;
import org.pris.local.client.Board;
import org.pris.local.client.Canary;
import org.pris.local.client.Declared;
import org.pris.local.client.Operations;
import org.pris.local.client.TheCase;

/** A canary in every text that people can write, and every byte that an agency gets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The agency gets codes and numbers, no text and no person,")
class AuthorityE2eTest {

  /** Names and accounts of who worked on it. */
  private static final List<String> PEOPLE =
      List.of("Inès Morel", "Claire Delmas", "Hélène Vasseur", "responder1", "lead1", "declarant1");

  @TempDir static Path folder;

  private final List<String> live = new ArrayList<>();

  TheCase theCase = new TheCase("", "");

  TheCase advised = theCase;

  @BeforeAll
  void everyTextThereIs() throws Exception {
    agency = Agency.subscribed(folder);
    try (var board = Board.of(Account.of("ars1"))) {
      theCase = TheCase.declared("declarant1", Declared.NORD_BEAUJOUR);
      complement();
      theCase.qualified();
      theCase.move("responder1", "hold", "\"until\": \"%s\", %s".formatted(later(), reason()));
      theCase.move("responder1", "resume", "");
      theCase.move("lead1", "engage", "\"lead\": \"lead1\", " + emergency());
      tasks();
      notes();
      edits();
      theCase.move("lead1", "monitor", text("waiver"));
      theCase.move("responder1", "relapse", reason());
      theCase.move("lead1", "monitor", text("waiver"));
      theCase.move("lead1", "report", text("waiver"));
      theCase.move("lead1", "relapse", reason());
      theCase.move("lead1", "disengage", "\"reason\": \"FALSE_ALARM\", " + text("handover"));
      theCase.move("responder1", "escalate", reason());
      theCase.move("responder1", "advise", text("advice"));
      theCase.settleDeadlines("lead1");
      theCase.move(
          "lead1",
          "close",
          "\"rootCause\": \"UNKNOWN\", " + text("summary") + ", " + text("lessons"));
      theCase.move("lead1", "reopen", reason());
      theCase.move("lead1", "redirect", redirection());
      advised = TheCase.declared("declarant1", Declared.NORD_BEAUJOUR);
      advised.move("responder1", "take", "");
      advised.move("responder1", "reject", "\"reason\": \"OTHER\", " + text("comment"));
      board.awaits("REJECTED").awaits("REDIRECTED");
      live.add(board.everything());
    }
    agency().about(theCase, "case.redirected.v1");
    agency().about(advised, "case.rejected.v1");
  }

  @AfterAll
  void end() {
    agency().unsubscribe();
  }

  @Test
  @DisplayName("on its live board")
  void board() {
    assertThat(String.join("\n", live)).contains(theCase.reference());
    clean("the board", String.join("\n", live));
  }

  @Test
  @DisplayName("at its endpoint, in every delivery")
  void deliveries() {
    var bodies = new StringBuilder();
    agency().about(theCase).forEach(bodies::append);
    agency().about(advised).forEach(bodies::append);
    assertThat(bodies).contains(theCase.reference(), "case.closed.v1", "task.completed.v1");
    clean("the endpoint", agency().everything());
  }

  @Test
  @DisplayName("on whatever it asks the API")
  void api() {
    var ars = Account.of("ars1");
    var task = theCase.tasks("ransomware").getFirst().path("id").asString();
    var answered = 0;
    for (var operation : Operations.all()) {
      if (!operation.startsWith("GET ") || operation.endsWith("/stream")) {
        continue;
      }
      var path =
          operation
              .substring(4)
              .replace("/tasks/{id}", "/tasks/" + task)
              .replace("{id}", theCase.id())
              .replace("{seq}", "1")
              .replace("{finess}", Declared.NORD_BEAUJOUR);
      var reply = ars.get(path);
      assertThat(reply.status()).as(operation).isIn(200, 400, 403, 404);
      clean(operation, reply.text());
      answered += reply.status() == 200 ? 1 : 0;
    }
    assertThat(answered).as("operations that answered an agency").isGreaterThanOrEqualTo(4);
    assertThat(theCase.seenBy(ars).path("view").asString()).isEqualTo("AUTHORITY");
  }

  @Test
  @DisplayName("nor by searching and sorting for what it may not see")
  void filters() {
    var ars = Account.of("ars1");
    assertThat(ars.get("/api/cases?assignee=responder1").expect(400).fields()).contains("assignee");
    assertThat(ars.get("/api/cases?type=RANSOMWARE").expect(400).fields()).contains("type");
    assertThat(ars.get("/api/cases?q=" + Canary.WORD).expect(200).items()).isEmpty();
  }

  private static void clean(String where, String bytes) {
    assertThat(bytes.toLowerCase(Locale.ROOT)).as(where).doesNotContain(Canary.WORD);
    assertThat(bytes).as(where).doesNotContain(Canary.PHONE).doesNotContain(PEOPLE);
  }

  private void complement() {
    Account.of("declarant1")
        .post(
            "/api/declarations/" + theCase.id() + "/complements",
            "{\"version\": 1, \"description\": \"%s\", \"declarant\": {\"name\": \"%s\"}}"
                .formatted(Canary.text("complément, plus long"), Canary.text("autre nom")))
        .expect(201);
    theCase.entry("declaration.complemented.v1");
  }

  private void tasks() {
    var lead = Account.of("lead1");
    var laidOut = theCase.tasks("ransomware");
    var open = laidOut.stream().filter(it -> it.path("dependsOn").isEmpty()).toList();
    TheCase.complete(
        lead,
        open.stream().filter(it -> it.path("mandatory").asBoolean()).findFirst().orElseThrow());
    var added =
        lead.post(
                "/api/cases/" + theCase.id() + "/tasks",
                "{%s, %s, \"phase\": \"CARE\", \"audience\": \"ESTABLISHMENT\"}"
                    .formatted(text("title"), text("what")))
            .expect(201)
            .json();
    var path = "/api/tasks/" + added.path("id").asString() + "/transitions";
    lead.post(path, "{\"action\": \"block\", \"version\": 1, %s}".formatted(reason())).expect(200);
    lead.post(path, "{\"action\": \"waive\", \"version\": 2, %s}".formatted(reason())).expect(200);
    lead.post(path, "{\"action\": \"reopen\", \"version\": 3, %s}".formatted(reason())).expect(200);
    lead.post(path, "{\"action\": \"complete\", \"version\": 4, %s}".formatted(text("note")))
        .expect(200);
  }

  private void notes() {
    var path = "/api/cases/" + theCase.id() + "/timeline";
    for (var audience : List.of("RESPONDERS", "ESTABLISHMENT")) {
      Account.of("responder1")
          .post(
              path,
              "{\"kind\": \"FACT\", \"tlp\": \"CLEAR\", \"audience\": \"%s\", %s}"
                  .formatted(audience, text("text")))
          .expect(201);
    }
    Account.of("lead1")
        .post(
            path + "/1/redactions",
            "{\"members\": [\"author\"], %s, %s}".formatted(reason(), text("orderedBy")))
        .expect(201);
  }

  private void edits() {
    theCase.edit(
        "responder1",
        "care",
        """
        "careMode": "DEGRADED", "transfers": 2, "lines": [{"line": "EMERGENCY", "state": "DIVERTED", \
        "since": "2026-01-01T00:00:00Z", "divertedTo": "990000028"}]\
        """);
    theCase.edit(
        "responder1", "assignees", "\"people\": [\"responder1\", \"lead1\"], \"lead\": \"lead1\"");
    theCase.edit(
        "lead1",
        "access",
        "\"restricted\": false, \"people\": [], \"establishmentSide\": \"ALL\","
            + " \"establishmentPeople\": [], "
            + reason());
  }

  private static String emergency() {
    return """
    "emergencyAuthorisation": {%s, %s, "number": "%s", %s, "at": "%s"}\
    """
        .formatted(
            text("name"),
            text("function"),
            Canary.PHONE,
            text("scope"),
            Instant.now().minusSeconds(60));
  }

  private static String redirection() {
    return "%s, \"call\": {\"number\": \"%s\", \"at\": \"%s\"}"
        .formatted(text("recipient"), Canary.PHONE, Instant.now().minusSeconds(60));
  }

  private static String reason() {
    return text("reason");
  }

  private static String text(String field) {
    return "\"%s\": \"%s\"".formatted(field, Canary.text(field));
  }

  private static Instant later() {
    return Instant.now().plus(1, ChronoUnit.DAYS);
  }

  private @org.jspecify.annotations.Nullable Agency agency;

  private Agency agency() {
    return java.util.Objects.requireNonNull(agency);
  }
}
