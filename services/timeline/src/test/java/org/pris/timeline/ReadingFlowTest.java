package org.pris.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pris.timeline.Given.DECLARANT;
import static org.pris.timeline.Given.FIRST;
import static org.pris.timeline.Given.RESPONDER;
import static org.pris.timeline.Given.SECOND;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Access;
import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.Answer;
import org.pris.contracts.CaseEvent.CaseAccessChanged;
import org.pris.contracts.CaseEvent.CaseAdvised;
import org.pris.contracts.CaseEvent.CaseHeld;
import org.pris.contracts.CaseEvent.CaseQualified;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.DeclarationEvent.DeclarationSubmitted;
import org.pris.contracts.Level;
import org.pris.contracts.Role;
import org.pris.contracts.Scope;
import org.pris.contracts.Severity;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@FlowTest
@DisplayName("A timeline, read")
class ReadingFlowTest {

  @Autowired Published published;

  @Autowired Callers callers;

  final Given given = Given.aCase();

  @BeforeEach
  void aCaseOfTwoSites() {
    published.send(
        Topics.DECLARATIONS,
        given.event(DECLARANT, new DeclarationSubmitted(given.declaration("Poste chiffré"))));
    published.send(Topics.CASES, given.event(RESPONDER, qualified("Le directeur minimise")));
    published.send(
        Topics.CASES,
        given.event(RESPONDER, new CaseAdvised(state(2, CaseStatus.ADVISED), "Coupez Internet")));
    published.send(
        Topics.CASES,
        given.event(
            RESPONDER,
            new CaseHeld(state(3, CaseStatus.ON_HOLD), "Sans nouvelles d'eux", Given.NOON)));
    await().until(() -> responder().status("") == 200 && responder().entries().size() == 4);
    responder().post("", Given.note("Entre nous"), 201);
    responder()
        .post(
            "",
            java.util.Map.of("kind", "EXCHANGE", "text", "Pour vous", "audience", "ESTABLISHMENT"),
            201);
  }

  @Test
  @DisplayName("gives an establishment what is meant for it, without responders' reasons")
  void establishment() {
    var entries = declarant(FIRST.finess()).entries();

    assertThat(entries)
        .extracting(it -> it.path("type").asString())
        .containsExactlyInAnyOrder(
            "declaration.submitted.v1",
            "case.qualified.v1",
            "case.advised.v1",
            "case.held.v1",
            "note.written.v1");
    assertThat(entries.toString())
        .contains("Poste chiffré", "Coupez Internet", "Pour vous", "Inès Morel")
        .doesNotContain("minimise", "nouvelles", "Entre nous", "proposed");
    for (var entry : entries) {
      assertThat(OutsideVerifier.sealFaults("entry", entry)).isEmpty();
    }
  }

  @Test
  @DisplayName("gives a second establishment the common part, and its legal entity both")
  void ownPart() {
    assertThat(declarant(SECOND.finess()).types())
        .hasSize(4)
        .doesNotContain("declaration.submitted.v1");
    assertThat(declarant(SECOND.legalEntity()).types()).contains("declaration.submitted.v1");
    var number =
        responder().entries().stream()
            .filter(it -> it.path("type").asString().startsWith("declaration."))
            .findFirst()
            .orElseThrow()
            .path("seq");
    assertThat(declarant(FIRST.finess()).status("/" + number)).isEqualTo(200);
    assertThat(declarant(SECOND.finess()).status("/" + number)).isEqualTo(404);
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
        new Access(List.of(FIRST), true, List.of("responder2"), EstablishmentSide.NONE, List.of());
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

  @Test
  @DisplayName("is paged by number in both orders, narrowed by kind, and found by reference")
  void paging() {
    var first = responder().get("?order=desc&limit=4");
    var second = responder().get("?order=desc&limit=4&after=" + first.path("next").asString());

    assertThat(first.path("items"))
        .extracting(it -> it.path("seq").asInt())
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(first.path("items").get(0).path("seq").asInt()).isEqualTo(6);
    assertThat(second.path("items")).extracting(it -> it.path("seq").asInt()).containsExactly(2, 1);
    assertThat(second.path("next").isNull()).isTrue();
    assertThat(responder().get("?kind=EXCHANGE&kind=FACT").path("items")).hasSize(3);
    var byReference = Calls.of(callers.as("responder1", Role.RESPONDER), given.reference());
    assertThat(byReference.entries()).hasSize(6);
  }

  @Test
  @DisplayName("answers a wrong parameter by naming it")
  void wrongParameters() {
    assertThat(responder().answer("?limit=0", 400)).contains("\"limit\"");
    assertThat(responder().answer("?limit=many", 400)).contains("\"limit\"");
    assertThat(responder().answer("?after=zz", 400)).contains("\"after\"");
    assertThat(responder().answer("?kind=RUMOUR", 400)).contains("\"kind\"");
    assertThat(responder().answer("?order=up", 400)).contains("\"order\"");
    assertThat(responder().status("/999")).isEqualTo(404);
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

  private CaseQualified qualified(String reason) {
    return new CaseQualified(
        state(1, CaseStatus.QUALIFIED),
        Severity.MINOR,
        Severity.MAJOR,
        Scope.CONTAINED,
        Level.LOW,
        Level.LOW,
        Answer.NO,
        reason);
  }

  private org.pris.contracts.CaseState state(long revision, CaseStatus status) {
    return given.state(revision, status);
  }

  private static java.util.Map<String, Object> redaction() {
    return java.util.Map.of("members", List.of("text"), "reason", "Nom", "orderedBy", "DPO");
  }
}
