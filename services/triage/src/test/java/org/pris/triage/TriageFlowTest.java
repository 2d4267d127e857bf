package org.pris.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.DeclarationEvent.DeclarationSubmitted;
import org.pris.contracts.Event;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.OpenApiDocument;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;

@FlowTest
@DisplayName("Triage")
class TriageFlowTest {

  @Autowired Callers callers;

  @Autowired Published published;

  @Test
  @DisplayName("describes its API")
  void openApi() {
    assertThat(OpenApiDocument.write(callers.nobody(), "triage")).isNotEmptyFile();
  }

  @Test
  @DisplayName("opens one case for a declaration that is told twice, and moves it to engaged")
  void declaredToEngaged() {
    var id = UUID.randomUUID();
    var facts = Facts.ransomware(id, "990000010");
    var event =
        new Event<>(
            UUID.randomUUID(),
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            id,
            1,
            null,
            false,
            new DeclarationSubmitted(facts));
    published.send(Topics.DECLARATIONS, event);
    published.send(Topics.DECLARATIONS, event);
    var opened = published.await(Topics.CASES, id, "case.opened.v1");
    assertThat(opened.at("/data/theCase/reference").asString()).startsWith("PRIS-");
    assertThat(opened.at("/data/theCase/presumedSeverity").asString()).isEqualTo("MAJOR");

    var responder = new Steps(callers.as("responder1", Role.RESPONDER), id);
    var lead = new Steps(callers.as("lead1", Role.LEAD), id);
    responder.move("{'action': 'take', 'version': 1}").expectStatus().isOk();
    responder.move(Steps.QUALIFY.formatted(2)).expectStatus().isOk();
    responder
        .move("{'action': 'advise', 'version': 1, 'advice': '…'}")
        .expectStatus()
        .isEqualTo(409);
    lead.move("{'action': 'engage', 'version': 3, 'lead': 'lead1', 'agreement': 'C-1'}")
        .expectStatus()
        .isOk();

    published.await(Topics.CASES, id, "case.engaged.v1");
    assertThat(published.of(Topics.CASES, id))
        .extracting(Published.Told::type)
        .isEqualTo(
            List.of("case.opened.v1", "case.taken.v1", "case.qualified.v1", "case.engaged.v1"));
    assertThat(published.of(Topics.CASES, id))
        .extracting(it -> it.event().path("version").asInt())
        .isEqualTo(List.of(1, 2, 3, 4));
  }
}
