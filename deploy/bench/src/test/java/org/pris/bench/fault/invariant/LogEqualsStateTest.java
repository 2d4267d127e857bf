package org.pris.bench.fault.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Log equals state")
class LogEqualsStateTest {

  private static final String ABOUT = "log equals state · ";

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
        SampleEvents.record(
            "cases", Sample.event("8"), "case.opened.v1", 1, SampleEvents.theCase(1, "RECEIVED")));
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
        SampleEvents.record(
            "timeline",
            Sample.NOTE,
            "note.written.v1",
            1,
            SampleEvents.NOTED.replace("FACT", "ACTION")));
    assertThat(sample.found())
        .contains(
            "log equals state · "
                + Sample.NOTE
                + " · was published with two bodies on pris.timeline");
  }

  @Test
  @DisplayName("finds a version above the stored one: a write that was lost after it was told")
  void above() {
    sample.records.add(
        SampleEvents.record(
            "cases", Sample.event("8"), "case.taken.v1", 3, SampleEvents.theCase(3, "IN_TRIAGE")));
    assertThat(sample.found())
        .anyMatch(it -> it.endsWith("pris.cases has version 3 above the stored 2"));
  }

  @Test
  @DisplayName("finds what was told and is not stored, of whatever kind")
  void notStored() {
    List.of(
            sample.declarations,
            sample.establishments,
            sample.cases,
            sample.plans,
            sample.authored,
            sample.anchors)
        .forEach(List::clear);
    var so = " speaks of what is not stored";
    assertThat(sample.found())
        .contains(
            ABOUT + Sample.CASE + " · pris.declarations" + so,
            ABOUT + Sample.SITE + " · pris.declarations" + so,
            ABOUT + Sample.CASE + " · pris.cases" + so,
            ABOUT + Sample.CASE + " · pris.tasks" + so,
            ABOUT + Sample.NOTE + " · pris.timeline" + so,
            ABOUT + Sample.ANCHOR + " · pris.timeline" + so);
  }

  @Test
  @DisplayName("finds an establishment, a note and an anchor that nobody was told of")
  void notTold() {
    sample.records.removeIf(it ->
        it[1].equals(Sample.SITE) || it[1].equals(Sample.ANCHOR) || it[2].contains(Sample.NOTE));
    assertThat(sample.found())
        .contains(
            ABOUT + Sample.SITE + " · pris.declarations lacks version 1 of 1",
            ABOUT + Sample.NOTE + " · pris.timeline lacks version 1 of 1",
            ABOUT + Sample.ANCHOR + " · pris.timeline lacks version 1 of 1");
  }

  @Test
  @DisplayName("does not wait for an anchor that was made while it looked")
  void anchorMeanwhile() {
    var last = new Document(sample.anchors.getFirst());
    sample.anchors.add(last.append("_id", "new").append("at", Date.from(Instant.now())));
    assertThat(sample.found()).isEmpty();
  }

  @Test
  @DisplayName("finds a version that nothing has")
  void noVersion() {
    sample.records.add(
        SampleEvents.record(
            "cases", Sample.event("3"), "case.taken.v1", 0, SampleEvents.theCase(2, "IN_TRIAGE")));
    assertThat(sample.found())
        .contains(ABOUT + Sample.CASE + " · pris.cases has version 0, and they count from 1");
  }
}
