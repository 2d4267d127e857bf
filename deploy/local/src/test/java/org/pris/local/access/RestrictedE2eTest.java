package org.pris.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pris.local.client.Account;
import org.pris.local.client.Board;
import org.pris.local.client.Canary;
import org.pris.local.client.Declared;
import org.pris.local.client.TheCase;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A restricted case")
class RestrictedE2eTest {

  final Account insider = Account.of("responder1");

  final Account outsider = Account.of("responder2");

  TheCase theCase = new TheCase("", "");

  @BeforeAll
  void given() {
    theCase = TheCase.declared("declarant1", Declared.NORD_BEAUJOUR);
    theCase.move("responder1", "take", "");
    Account.of("lead2").get("/api/people").expect(200); // who never called cannot lead
    theCase.edit("responder1", "assignees", "\"people\": [\"responder1\"], \"lead\": \"lead2\"");
    theCase.tasks("first-hour");
    theCase.entry("case.taken.v1");
    theCase.edit(
        "lead1",
        "access",
        """
        "restricted": true, "people": ["responder1", "lead2"], "establishmentSide": "NONE", \
        "establishmentPeople": [], "reason": "%s"\
        """
            .formatted(Canary.text("restriction")));
    // each service hears of it by itself
    await()
        .atMost(TheCase.PATIENCE)
        .until(() ->
            outsider.get(path("/tasks")).status() == 404
                && outsider.get(path("/timeline")).status() == 404
                && outsider.get("/api/declarations/" + theCase.id()).status() == 404);
  }

  @Test
  @DisplayName("is open to its people")
  void insiders() {
    assertThat(theCase.seenBy(insider).path("view").asString()).isEqualTo("RESPONDER");
    insider.get(path("/tasks")).expect(200);
    insider.get(path("/timeline")).expect(200);
    assertThat(insider.get("/api/cases?limit=200").text()).contains(theCase.id());
  }

  @Test
  @DisplayName("does not exist for other responders, nor for the establishment that is shut out")
  void outsiders() {
    for (var reader : List.of(outsider, Account.of("declarant1"))) {
      reader.get(path("")).expect(404);
      reader.get(path("/tasks")).expect(404);
      reader.get(path("/timeline")).expect(404);
      reader.get(path("/timeline/verification")).expect(404);
      reader.post(path("/transitions"), "{\"action\": \"resume\", \"version\": 1}").expect(404);
      assertThat(reader.get("/api/cases?limit=200").expect(200).text())
          .doesNotContain(theCase.id(), theCase.reference());
    }
    assertThat(outsider.get("/api/declarations?limit=200").text()).doesNotContain(theCase.id());
  }

  @Test
  @DisplayName("is a reference and a lead to a lead who is none of its people")
  void headline() {
    var seen = theCase.seenBy(Account.of("lead1"));
    assertThat(seen.path("view").asString()).isEqualTo("HEADLINE");
    assertThat(seen.propertyNames())
        .containsExactlyInAnyOrder("view", "id", "reference", "lead", "exercise");
    assertThat(Account.of("lead1").get(path("/tasks")).status()).isIn(403, 404);
    assertThat(Account.of("lead1").get(path("/timeline")).status()).isIn(403, 404);
    for (var service : List.of("", "/tasks", "/timeline")) {
      Account.of("lead1").get(path(service + "/reads")).expect(403);
    }
    Account.of("lead1").get("/api/declarations/" + theCase.id() + "/reads").expect(404);
  }

  @Test
  @DisplayName("stays in codes and numbers for the agency")
  void agency() {
    assertThat(theCase.seenBy(Account.of("ars1")).path("view").asString()).isEqualTo("AUTHORITY");
  }

  @Test
  @DisplayName("moves on the board of its people alone")
  void board() throws Exception {
    try (var inside = Board.of(insider);
        var outside = Board.of(outsider)) {
      theCase.move("responder1", "qualify", Declared.QUALIFICATION);
      inside.awaits(theCase.reference());
      var later = TheCase.declared("declarant2", Declared.VAL_BRISE);
      outside.awaits(later.reference());
      assertThat(outside.everything()).doesNotContain(theCase.reference());
    }
  }

  private String path(String rest) {
    return "/api/cases/" + theCase.id() + rest;
  }
}
