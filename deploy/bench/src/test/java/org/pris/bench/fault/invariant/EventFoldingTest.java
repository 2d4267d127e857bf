package org.pris.bench.fault.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Folding what was told gives what is stored:")
class EventFoldingTest {

  private static final String ABOUT = "log equals state · ";

  private static final String OF_TASK = ABOUT + Sample.CASE + " · task " + Sample.TASK + ": ";

  final Sample sample = new Sample();

  @Test
  @DisplayName("finds a stored case that is not as it was told")
  void otherCase() {
    sample.cases.getFirst().get("course", Document.class).append("status", "QUALIFIED");
    sample.cases.getFirst().append("care", new Document("careMode", "NORMAL"));
    assertThat(sample.found())
        .contains(
            ABOUT + Sample.CASE + " · status is stored as QUALIFIED and was told as IN_TRIAGE",
            ABOUT + Sample.CASE + " · care is stored as {careMode=NORMAL} and was told as null");
  }

  @Test
  @DisplayName("allows a case to move on in silence, but not back")
  void changedAt() {
    var told = Instant.parse("2026-11-24T08:00:00.120Z");
    sample.cases.getFirst().append("changedAt", Date.from(told.plusSeconds(1)));
    assertThat(sample.found()).isEmpty();

    sample.cases.getFirst().append("changedAt", Date.from(told.minusSeconds(1)));
    assertThat(sample.found()).singleElement().asString().contains(" · changedAt is stored as ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "description",
        "discoveredAt",
        "occurredAt",
        "ongoing",
        "incidentType",
        "origin",
        "scope",
        "patientHarm",
        "careMode",
        "vitalServiceDown",
        "dataImpact",
        "othersMayBeAffected",
        "nationalReport"
      })
  @DisplayName("finds an answer of a declaration that was told otherwise")
  void otherAnswer(String field) {
    var current = sample.declarations.getFirst().get("current", Document.class);
    current.get("answers", Document.class).append(field, "OTHER");
    assertThat(sample.found())
        .singleElement()
        .asString()
        .startsWith(ABOUT + Sample.CASE + " · version 1: " + field + " is stored as OTHER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"establishment", "submittedAt", "exercise"})
  @DisplayName("finds what stands beside the answers of a declaration and was told otherwise")
  void otherDeclaration(String field) {
    sample.declarations.getFirst().append(field, "OTHER");
    assertThat(sample.found())
        .singleElement()
        .asString()
        .startsWith(ABOUT + Sample.CASE + " · version 1: " + field + " is stored as OTHER");
  }

  @Test
  @DisplayName("finds nothing wrong with a complement, whose former version is kept as it was")
  void complement() {
    sample.complement();
    assertThat(sample.found()).isEmpty();
  }

  @Test
  @DisplayName("finds a version that was rewritten after it was told")
  void rewritten() {
    sample.complement();
    sample.versions.getFirst().append("version", SampleDocuments.version(1, "rien"));
    assertThat(sample.found())
        .containsExactly(
            ABOUT
                + Sample.CASE
                + " · version 1: description is stored as rien and was told as postes chiffrés");
  }

  @Test
  @DisplayName("finds a version that is not kept, and one that nobody was told of")
  void versions() {
    sample.complement();
    sample.versions.getFirst().append("version", SampleDocuments.version(3, "encore"));
    assertThat(sample.found())
        .containsExactlyInAnyOrder(
            ABOUT + Sample.CASE + " · version 1 was told and is not kept",
            ABOUT + Sample.CASE + " · version 3 is kept and was not told");
  }

  @Test
  @DisplayName("finds a task that is not as it was told")
  void otherTask() {
    var task = sample.plans.getFirst().getList("tasks", Document.class).getFirst();
    task.append("status", "DONE").append("assignees", List.of()).append("dueAt", null);
    task.get("instructions", Document.class)
        .append("phase", "CARE")
        .append("priority", "MANDATORY");
    assertThat(sample.found())
        .contains(
            OF_TASK + "status is stored as DONE and was told as TO_DO",
            OF_TASK + "assignees is stored as [] and was told as [responder1]",
            OF_TASK + "dueAt is stored as null and was told as 2026-11-24T10:00:00Z",
            OF_TASK + "phase is stored as CARE and was told as CONTAINMENT",
            OF_TASK + "mandatory is stored as true and was told as false")
        .anyMatch(it -> it.contains(" · progress: CARE total is stored as 1"));
  }

  @Test
  @DisplayName("finds a task that nobody was told of, and one that was told and is not there")
  void taskUntold() {
    var task = sample.plans.getFirst().getList("tasks", Document.class).getFirst();
    task.append("_id", "new");
    assertThat(sample.found())
        .contains(
            ABOUT + Sample.CASE + " · task new is stored and was never told",
            ABOUT + Sample.CASE + " · task " + Sample.TASK + " was told and is not stored");
  }

  @Test
  @DisplayName("finds an establishment, a note and an anchor that are not as they were told")
  void others() {
    sample.establishments.getFirst().get("line", Document.class).append("name", "CHU");
    sample.authored.getFirst().get("line", Document.class).append("kind", "DECISION");
    sample.anchors.getFirst().append("root", "b2");
    assertThat(sample.found())
        .hasSize(3)
        .anyMatch(it -> it.startsWith(ABOUT + Sample.SITE + " · establishment is stored as"))
        .contains(
            ABOUT + Sample.NOTE + " · kind is stored as DECISION and was told as FACT",
            ABOUT + Sample.ANCHOR + " · root is stored as b2 and was told as a1");
  }
}
