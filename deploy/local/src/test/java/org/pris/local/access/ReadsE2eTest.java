package org.pris.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pris.local.client.Account;
import org.pris.local.client.Declared;
import org.pris.local.client.Reply;
import org.pris.local.client.TheCase;

/** Through web, from the service that showed it, to the lead who asks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Who read a case")
class ReadsE2eTest {

  static final List<String> SHOWN =
      List.of(
          "/api/declarations/%s", "/api/cases/%s", "/api/cases/%s/tasks", "/api/cases/%s/timeline");

  TheCase theCase = new TheCase("", "");

  @BeforeAll
  void given() {
    theCase = TheCase.declared("declarant2", Declared.VAL_BRISE);
    theCase.tasks("first-hour");
    theCase.entry("case.opened.v1");
    for (var path : SHOWN) {
      Account.of("declarant2").get(path.formatted(theCase.id())).expect(200);
      Account.of("declarant1").get(path.formatted(theCase.id())).expect(404);
    }
    Account.of("ars1").get("/api/cases/" + theCase.id() + "/timeline").expect(403);
  }

  private Reply reads(String username, String path) {
    return Account.of(username).get(path.formatted(theCase.id()) + "/reads");
  }

  @Test
  @DisplayName("is told to a lead by every service, whoever was refused included")
  void told() {
    for (var path : SHOWN) {
      var reads = reads("lead1", path).expect(200).items();
      assertThat(reads)
          .as(path)
          .allMatch(it -> it.path("caseId").asString().equals(theCase.id()))
          .extracting(it -> it.path("role").asString(), it -> it.path("outcome").asString())
          .contains(tuple("DECLARANT", "ALLOWED"), tuple("DECLARANT", "HIDDEN"));
    }
    assertThat(reads("lead1", SHOWN.getLast()).items())
        .extracting(it -> it.path("role").asString(), it -> it.path("outcome").asString())
        .contains(tuple("AUTHORITY", "FORBIDDEN"));
  }

  @Test
  @DisplayName("is told to nobody else")
  void nobodyElse() {
    for (var path : SHOWN) {
      reads("responder1", path).expect(403);
      reads("declarant2", path).expect(403);
      reads("declarant1", path).expect(404);
      reads("admin1", path).expect(404);
    }
  }
}
