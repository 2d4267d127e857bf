package org.pris.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Issuer;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;

@FlowTest
@DisplayName("News and edits of a case")
class ReturnedCaseFlowTest {

  @Autowired Callers callers;

  @Autowired Published published;

  @Autowired Cases cases;

  UUID id;
  Steps responder;

  @BeforeEach
  void declare() {
    id = new Declared(published).ransomware("990000010");
    responder = new Steps(callers.as("responder1", Role.RESPONDER), id);
    responder.move("{'action': 'take', 'version': 1}").expectStatus().isOk();
  }

  @Test
  @DisplayName("bring a rejected case back before responders, once, and say why")
  void rejected() {
    responder
        .move("{'action': 'reject', 'version': 2, 'reason': 'FALSE_ALARM', 'comment': 'Nothing'}")
        .expectStatus()
        .isOk();
    var declared = new Declared(published);

    declared.complement(Facts.ransomware(id, "990000010", 2));
    declared.complement(Facts.ransomware(id, "990000010", 2));

    published.await(Topics.CASES, id, "case.reopened.v1");
    var back = cases.find(id).orElseThrow();
    assertThat(back.status()).isEqualTo(CaseStatus.IN_TRIAGE);
    assertThat(back.deadlines()).isNotEmpty();
    assertThat(back.revision()).isEqualTo(5); // opened, taken, rejected, complemented, reopened
  }

  @Test
  @DisplayName("open the case of an old declaration that never opened one, and only once")
  void toldAgain() {
    var declared = new Declared(published);
    var lost = UUID.randomUUID();
    declared.submit(Facts.ransomware(lost, "990000010"));
    published.await(Topics.CASES, lost, "case.opened.v1");
    declared.submit(Facts.ransomware(lost, "990000010"));
    declared.complement(Facts.ransomware(lost, "990000010", 2));
    published.await(Topics.CASES, lost, "case.complemented.v1");

    assertThat(cases.find(lost).orElseThrow().revision()).isEqualTo(2);
  }

  @Test
  @DisplayName("change only what the body holds; null is not absent")
  void partial() {
    responder.post("care", "{'version': 2, 'transfers': 3}").expectStatus().isOk();
    responder.post("care", "{'version': 3, 'plannedWhite': true}").expectStatus().isOk();
    assertThat(cases.find(id).orElseThrow().care().transfers()).isEqualTo(3);
    responder.post("care", "{'version': 4, 'transfers': null}").expectStatus().isOk();

    var care = cases.find(id).orElseThrow().care();
    assertThat(care.transfers()).isNull();
    assertThat(care.plannedWhite()).isTrue();
    assertThat(care.patientHarm()).isEqualTo(PatientHarm.POTENTIAL);
    responder.post("care", "{'version': 5, 'patientHarm': 'NONE'}").expectStatus().isEqualTo(409);
    responder
        .post("care", "{'version': 5, 'patientHarm': 'NONE', 'reason': 'Checked'}")
        .expectStatus()
        .isOk();
    responder.post("assignees", "{'version': 6, 'lead': null}").expectStatus().isOk();
    assertThat(cases.find(id).orElseThrow().team().people())
        .containsExactly(Issuer.subject("responder1"));
  }

  @Test
  @DisplayName("name only people who are known to respond")
  void people() {
    var lead = new Steps(callers.as("lead1", Role.LEAD), id);
    lead.get().expectStatus().isOk();

    responder
        .post("assignees", "{'version': 2, 'people': ['fantome.inconnu']}")
        .expectStatus()
        .isEqualTo(422);
    responder
        .post("assignees", "{'version': 2, 'lead': 'responder1'}")
        .expectStatus()
        .isEqualTo(422);
    lead.post(
            "access",
            "{'version': 2, 'restricted': true, 'people': ['lead1', 'Responder1'], 'reason': 'R'}")
        .expectStatus()
        .isEqualTo(422);
    lead.post("access", "{'version': 2, 'restricted': true, 'people': ['lead1'], 'reason': 'R'}")
        .expectStatus()
        .isOk();
    var outside = new Steps(callers.as("lead+2", Role.LEAD), id);
    outside.post("access", "{'version': 3, 'reason': 'R'}").expectStatus().isForbidden();
    outside
        .post("admissions", "{'person': 'fantome', 'reason': 'Nobody left'}")
        .expectStatus()
        .isEqualTo(422);
    outside
        .post("admissions", "{'person': 'lead+2', 'reason': 'Nobody left'}")
        .expectStatus()
        .isOk();
    assertThat(cases.find(id).orElseThrow().access().people())
        .contains(Issuer.subject("lead1"), Issuer.subject("lead+2"));
    responder.post("admissions", "{'person': 'lead1', 'reason': 'R'}").expectStatus().isNotFound();
  }

  @Test
  @DisplayName("move it up among the lively ones when a note is written")
  void noted() {
    var before = cases.find(id).orElseThrow().changedAt();

    new Declared(published).note(id, before.plusSeconds(60));

    await().until(() -> cases.find(id).orElseThrow().changedAt().isAfter(before));
    assertThat(cases.find(id).orElseThrow().revision()).isEqualTo(2);
  }

  @Test
  @DisplayName("find it by a reference as a mail writes it")
  void reference() {
    var reference = cases.find(id).orElseThrow().reference();
    var written = " " + reference.toLowerCase(java.util.Locale.ROOT).replace('-', ' ') + "\u00a0";

    new Steps(callers.as("responder1", Role.RESPONDER), written).get().expectStatus().isOk();
  }
}
