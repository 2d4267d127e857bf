package org.pris.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pris.timeline.Given.FIRST;
import static org.pris.timeline.Given.RESPONDER;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Access;
import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.CaseEvent.CaseAccessChanged;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Issuer;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@FlowTest
@DisplayName("A timeline, refused,")
class RefusalFlowTest {

  @Autowired Published published;

  @Autowired Callers callers;

  final Given given = Given.aCase();

  @BeforeEach
  void aCaseOfTwoSites() {
    given.playTwoSites(published);
    await().until(() -> responder().status("") == 200 && responder().entries().size() == 4);
  }

  @Test
  @DisplayName("is unknown to whoever may not see the case, on every path alike")
  void strangers() {
    var unknown = Calls.of(callers.as("responder1", Role.RESPONDER), UUID.randomUUID());
    var missing = body(unknown, "");
    for (var stranger :
        List.of(
            declarant("990000051"),
            Calls.of(callers.as("machine", Set.of(FIRST.finess()), Role.REPORTER), given.id()),
            Calls.of(callers.as("admin1", Role.ADMIN), given.id()))) {
      for (var path : List.of("", "/1", "/verification")) {
        assertThat(body(stranger, path)).isEqualTo(missing);
      }
      stranger.post("", Given.note("Je passe"), 404);
      stranger.post("/1/redactions", redaction(), 404);
    }
    assertThat(Calls.of(callers.nobody(), given.id()).status("")).isEqualTo(401);
  }

  @Test
  @DisplayName("is refused to the authority, which may see the case, and written by responders")
  void authority() {
    var authority = Calls.of(callers.as("ars1", Role.AUTHORITY), given.id());
    for (var path : List.of("", "/1", "/verification")) {
      assertThat(authority.status(path)).isEqualTo(403);
    }
    authority.post("", Given.note("Je passe"), 403);
    declarant(FIRST.finess()).post("", Given.note("Je passe"), 403);
    declarant(FIRST.finess()).post("/1/redactions", redaction(), 403);
    responder().post("/1/redactions", redaction(), 403);
  }

  @Test
  @DisplayName("of a restricted case is its people's alone; another lead sees only that it exists")
  void restricted() {
    var access =
        new Access(
            List.of(FIRST),
            true,
            List.of(Issuer.subject("responder2")),
            EstablishmentSide.NONE,
            List.of());
    published.send(
        Topics.CASES,
        given.event(
            RESPONDER,
            new CaseAccessChanged(given.state(9, CaseStatus.ON_HOLD, access), "Affaire interne")));

    await().until(() -> responder().status("") == 404);
    assertThat(Calls.of(callers.as("lead1", Role.LEAD), given.id()).status("")).isEqualTo(403);
    assertThat(declarant(FIRST.finess()).status("")).isEqualTo(404);
    assertThat(Calls.of(callers.as("responder2", Role.RESPONDER), given.id()).status(""))
        .isEqualTo(200);
  }

  /** All but the path that was asked for. */
  private static String body(Calls stranger, String path) {
    return stranger.answer(path, 404).replaceAll("\"instance\":\"[^\"]*\"", "");
  }

  private Calls responder() {
    return Calls.of(callers.as("responder1", Role.RESPONDER), given.id());
  }

  private Calls declarant(String establishment) {
    RestTestClient http = callers.as("declarant1", Set.of(establishment), Role.DECLARANT);
    return Calls.of(http, given.id());
  }

  private static Map<String, Object> redaction() {
    return Map.of("members", List.of("text"), "reason", "Nom", "orderedBy", "DPO");
  }
}
