package org.pris.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pris.timeline.Given.FIRST;
import static org.pris.timeline.Given.SECOND;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Role;
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
    given.playTwoSites(published);
    await().until(() -> responder().status("") == 200 && responder().entries().size() == 4);
    responder().post("", Given.note("Entre nous"), 201);
    responder()
        .post(
            "", Map.of("kind", "EXCHANGE", "text", "Pour vous", "audience", "ESTABLISHMENT"), 201);
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

  private Calls responder() {
    return Calls.of(callers.as("responder1", Role.RESPONDER), given.id());
  }

  private Calls declarant(String establishment) {
    RestTestClient http = callers.as("declarant1", Set.of(establishment), Role.DECLARANT);
    return Calls.of(http, given.id());
  }
}
