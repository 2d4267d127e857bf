package org.pris.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Log equals state")
class LogEqualsStateTest {

  final Sample sample = new Sample();

  @Test
  @DisplayName("allows an event to be published again as it was")
  void repeat() {
    sample.records.add(sample.records.get(1));
    assertThat(sample.found()).isEmpty();
  }

  @Test
  @DisplayName("finds a version that was never published")
  void gap() {
    sample.records.remove(1);
    assertThat(sample.found()).anyMatch(it -> it.endsWith("pris.cases lacks version 1 of 2"));
  }

  @Test
  @DisplayName("finds a version with two bodies")
  void doubled() {
    sample.records.add(
        Sample.record(
            "cases", Sample.event("8"), "case.opened.v1", 1, Sample.theCase(1, "RECEIVED")));
    assertThat(sample.found())
        .anyMatch(it ->
            it.endsWith(
                "pris.cases has two bodies for version 1: events "
                    + Sample.event("2")
                    + " and "
                    + Sample.event("8")));
  }

  @Test
  @DisplayName("finds one id with two bodies")
  void forged() {
    sample.records.add(
        Sample.record("timeline", Sample.NOTE, "note.written.v1", 1, "{\"kind\": \"FACT\"}"));
    assertThat(sample.found())
        .containsExactly(
            "log equals state · "
                + Sample.NOTE
                + " · was published with two bodies on pris.timeline");
  }

  @Test
  @DisplayName("finds a version above the stored one: a write that was lost after it was told")
  void above() {
    sample.records.add(
        Sample.record(
            "cases", Sample.event("8"), "case.taken.v1", 3, Sample.theCase(3, "IN_TRIAGE")));
    assertThat(sample.found())
        .anyMatch(it -> it.endsWith("pris.cases has version 3 above the stored 2"));
  }

  @Test
  @DisplayName("finds a stored case that is not as it was told")
  void otherState() {
    sample.cases.getFirst().get("course", Document.class).append("status", "QUALIFIED");
    assertThat(sample.found())
        .anyMatch(it ->
            it.equals(
                "log equals state · "
                    + Sample.CASE
                    + " · status is stored as QUALIFIED and was told as IN_TRIAGE"));
  }

  @Test
  @DisplayName("finds a task whose status nobody was told of")
  void otherTask() {
    var task = sample.plans.getFirst().getList("tasks", Document.class).getFirst();
    task.append("status", "DONE");
    assertThat(sample.found())
        .anyMatch(it -> it.endsWith(Sample.TASK + " is stored as DONE and was told as TO_DO"));
  }

  @Test
  @DisplayName("finds a declaration whose newest version was not told")
  void otherDeclaration() {
    var answers = new Document("description", "autre chose");
    sample
        .declarations
        .getFirst()
        .append("current", new Document("number", 1L).append("answers", answers));
    assertThat(sample.found())
        .anyMatch(it ->
            it.endsWith("description is stored as autre chose and was told as postes chiffrés"));
  }
}
