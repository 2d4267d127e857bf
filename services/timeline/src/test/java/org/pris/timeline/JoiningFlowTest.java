package org.pris.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pris.timeline.Given.FIRST;
import static org.pris.timeline.Given.NOON;
import static org.pris.timeline.Given.RESPONDER;
import static org.pris.timeline.Given.SECOND;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Access;
import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.CaseEvent.CaseAdvised;
import org.pris.contracts.CaseEvent.CaseAffected;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Event;
import org.pris.contracts.Role;
import org.pris.contracts.Site;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;

@FlowTest
@DisplayName("An establishment that joins a case")
class JoiningFlowTest {

  static final Instant JOINED = NOON.plusSeconds(60);

  @Autowired Published published;

  @Autowired Callers callers;

  final Given given = Given.aCase();

  @Test
  @DisplayName("reads nothing recorded before it joined, not even what arrives late")
  void nothingBefore() {
    advise(1, NOON, "Avant");
    var second = new Site(SECOND.finess(), SECOND.legalEntity(), JOINED);
    var both = access(FIRST, second);
    var affected =
        new CaseAffected(
            given.state(2, CaseStatus.ADVISED, both),
            given.state(2, CaseStatus.ADVISED, both).affected().getLast());
    send(JOINED, affected);
    advise(3, JOINED.minusMillis(1), "En retard", FIRST, second);
    advise(4, JOINED.plusSeconds(1), "Après", FIRST, second);
    await().until(() -> responder().status("") == 200 && responder().entries().size() == 4);
    responder()
        .post("", Map.of("kind", "FACT", "text", "À tous", "audience", "ESTABLISHMENT"), 201);

    assertThat(declarant(FIRST.finess()).entries().toString())
        .contains("Avant", "En retard", "Après", "À tous");
    assertThat(declarant(SECOND.finess()).entries().toString())
        .contains("Après", "À tous")
        .doesNotContain("Avant", "En retard");
    assertThat(declarant(SECOND.finess()).status("/1")).isEqualTo(404);
    assertThat(declarant(FIRST.finess()).status("/1")).isEqualTo(200);
    assertThat(declarant(SECOND.legalEntity(), FIRST.finess()).entries().toString())
        .contains("Avant");
    assertThat(declarant(SECOND.finess()).verification().path("entries").asInt()).isEqualTo(5);
  }

  private void advise(long revision, Instant at, String advice, Site... sites) {
    var access = access(sites.length == 0 ? new Site[] {FIRST} : sites);
    send(at, new CaseAdvised(given.state(revision, CaseStatus.ADVISED, access), advice));
  }

  private void send(Instant at, Object data) {
    published.send(
        Topics.CASES, new Event<>(UUID.randomUUID(), at, given.id(), 1, RESPONDER, false, data));
  }

  private static Access access(Site... sites) {
    return new Access(List.of(sites), false, List.of(), EstablishmentSide.ALL, List.of());
  }

  private Calls responder() {
    return Calls.of(callers.as("responder1", Role.RESPONDER), given.id());
  }

  private Calls declarant(String... establishments) {
    return Calls.of(callers.as("declarant1", Set.of(establishments), Role.DECLARANT), given.id());
  }
}
