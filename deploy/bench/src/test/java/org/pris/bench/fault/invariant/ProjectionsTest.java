package org.pris.bench.fault.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Projections equal a recount:")
class ProjectionsTest {

  private static final String ABOUT = "projections · " + Sample.CASE + " · ";

  final Sample sample = new Sample();

  @Test
  @DisplayName("finds progress that is not the plan's")
  void progress() {
    var known = sample.cases.getFirst().get("tasks", Document.class);
    known.getList("phases", Document.class).getFirst().append("done", 1);
    assertThat(sample.found())
        .singleElement()
        .asString()
        .startsWith("projections · " + Sample.CASE + " · triage knows progress as");
  }

  @Test
  @DisplayName("finds a status that intake has not heard")
  void status() {
    sample.declarations.getFirst().get("theCase", Document.class).append("status", "RECEIVED");
    assertThat(sample.found())
        .containsExactly(
            "projections · "
                + Sample.CASE
                + " · intake knows status as RECEIVED, and it is IN_TRIAGE");
  }

  @Test
  @DisplayName("finds an access row that is missing, and one that is old")
  void access() {
    sample.access.put("remediation", List.of());
    Objects.requireNonNull(sample.access.get("timeline"))
        .getFirst()
        .append("access", new Document("restricted", true));
    assertThat(sample.found())
        .hasSize(2)
        .contains("projections · " + Sample.CASE + " · remediation has no access row")
        .anyMatch(it -> it.contains("timeline knows access as {restricted=true}"));
  }

  @Test
  @DisplayName("finds merges that go in a circle")
  void circle() {
    sample.cases.getFirst().get("course", Document.class).append("mergedInto", Sample.CASE);
    assertThat(sample.found()).anyMatch(it -> it.contains("its merges go in a circle"));
  }

  @Test
  @DisplayName("finds a merge into what is no case")
  void mergedIntoNothing() {
    sample.cases.getFirst().get("course", Document.class).append("mergedInto", "nothing");
    assertThat(sample.found()).contains(ABOUT + "was merged into nothing, which is no case");
  }

  @Test
  @DisplayName("finds each part of intake's copy that is old")
  void intake() {
    sample
        .declarations
        .getFirst()
        .get("theCase", Document.class)
        .append("revision", 1L)
        .append("mergedInto", "another")
        .append("access", new Document("restricted", true));
    assertThat(sample.found())
        .hasSize(3)
        .contains(
            ABOUT + "intake knows revision as 1, and it is 2",
            ABOUT + "intake knows mergedInto as another, and it is null")
        .anyMatch(it -> it.startsWith(ABOUT + "intake knows access as {restricted=true}"));
  }

  @Test
  @DisplayName("finds what triage has not heard of a plan, and remediation of its case")
  void revisions() {
    sample.cases.getFirst().get("tasks", Document.class).append("revision", 0L);
    sample.plans.getFirst().get("theCase", Document.class).append("revision", 1L);
    Objects.requireNonNull(sample.access.get("timeline")).getFirst().append("revision", 1L);
    assertThat(sample.found())
        .containsExactlyInAnyOrder(
            ABOUT + "triage knows plan revision as 0, and it is 1",
            ABOUT + "remediation knows revision as 1, and it is 2",
            ABOUT + "timeline knows revision as 1, and it is 2");
  }

  @Test
  @DisplayName("finds an engagement that triage does not know to be laid out")
  void engagementUnheard() {
    sample.cases.getFirst().get("tasks", Document.class).append("engagements", List.of());
    assertThat(sample.found())
        .singleElement()
        .asString()
        .contains("triage knows progress as", "engagements=[]", "engagements=[0]");
  }

  @Test
  @DisplayName("finds an access row of no case")
  void rowOfNoCase() {
    Objects.requireNonNull(sample.access.get("timeline")).add(new Document("_id", "nothing"));
    assertThat(sample.found())
        .containsExactly("projections · nothing · timeline has an access row of no case");
  }
}
