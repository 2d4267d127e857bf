package org.pris.intake.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.intake.DeclarationBodies;
import org.pris.intake.HttpAnswer;
import org.pris.intake.SampleCases;

@DisplayName("A declaration that was sent")
class DeclarationReadingFlowTest extends DeclarationFlow {

  @Test
  @DisplayName("follows its case's reference and status, and no older word of it")
  void theCase() {
    var id =
        UUID.fromString(
            HttpAnswer.post(declarant, ALL, DeclarationBodies.declaration("990000010")).text("id"));
    var access = SampleCases.open(SampleCases.BEAUJOUR);
    var newest = SampleCases.taken(id, 3, CaseStatus.QUALIFIED, access);

    published.send(Topics.CASES, newest);
    published.send(Topics.CASES, SampleCases.taken(id, 2, CaseStatus.IN_TRIAGE, access));
    published.send(Topics.CASES, newest);
    var marker =
        UUID.fromString(
            HttpAnswer.post(declarant, ALL, DeclarationBodies.declaration("990000010")).text("id"));
    published.send(Topics.CASES, SampleCases.taken(marker, 1, CaseStatus.RECEIVED, access));

    await().until(() -> status(marker), "RECEIVED"::equals);
    await().until(() -> status(id), "QUALIFIED"::equals);
    var seen = HttpAnswer.get(declarant, ALL + "/" + id);
    assertThat(seen.text("caseReference")).startsWith("PRIS-2026-");
    assertThat(seen.text("caseId")).isEqualTo(id.toString());
  }

  @Test
  @DisplayName("is found by its reference as by its id")
  void reference() {
    var sent = HttpAnswer.post(declarant, ALL, DeclarationBodies.declaration("990000010"));

    assertThat(HttpAnswer.get(declarant, ALL + "/" + sent.text("reference")).body())
        .isEqualTo(HttpAnswer.get(declarant, ALL + "/" + sent.text("id")).body());
  }

  @Test
  @DisplayName("is listed newest first, in pages that neither repeat nor skip")
  void pages() {
    var legalEntity = callers.as("dombe", Set.of("990000036"), Role.DECLARANT);
    java.util.List<String> sent = new java.util.ArrayList<>();
    for (var i = 0; i < 5; i++) {
      sent.addFirst(
          HttpAnswer.post(legalEntity, ALL, DeclarationBodies.declaration("990101016")).text("id"));
    }
    java.util.List<String> listed = new java.util.ArrayList<>();
    var path = ALL + "?limit=2";
    var next = "";
    do {
      var page = HttpAnswer.get(legalEntity, path + next);
      page.body().path("items").forEach(it -> listed.add(it.path("id").asString()));
      next = page.body().path("next").isNull() ? "" : "&after=" + page.text("next");
    } while (!next.isEmpty());

    assertThat(listed).containsExactlyInAnyOrderElementsOf(sent).hasSize(5);
    assertThat(HttpAnswer.get(legalEntity, ALL + "?limit=201").status()).isEqualTo(400);
    assertThat(HttpAnswer.get(legalEntity, ALL + "?after=nonsense").status()).isEqualTo(400);
  }
}
