package org.pris.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Projections equal a recount:")
class ProjectionsTest {

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
  @DisplayName("finds a case without a plan")
  void noPlan() {
    sample.plans.clear();
    assertThat(sample.found()).contains("projections · " + Sample.CASE + " · has no plan");
  }

  @Test
  @DisplayName("finds a playbook's task that was laid out twice")
  void taskTwice() {
    var plan = sample.plans.getFirst();
    List<Document> tasks = new ArrayList<>(plan.getList("tasks", Document.class));
    tasks.add(new Document(tasks.getFirst()).append("_id", "again"));
    plan.append("tasks", tasks);
    assertThat(sample.found()).anyMatch(it -> it.endsWith("first-hour/isolate twice"));
  }

  @Test
  @DisplayName("finds a case that is monitored without its tasks, unless that was waived")
  void monitored() {
    var told = Sample.theCase(3, "MONITORING").replace("\"engagement\": 0", "\"engagement\": 1");
    sample.records.add(Sample.record("cases", Sample.event("8"), "case.monitored.v1", 3, told));
    var seen = "was monitored, and engagement 1 was never laid out";
    assertThat(sample.found()).anyMatch(it -> it.endsWith(seen));

    var waived = told.substring(0, told.length() - 1) + ", \"waiver\": \"urgent\"}";
    sample.records.removeLast();
    sample.records.add(Sample.record("cases", Sample.event("8"), "case.monitored.v1", 3, waived));
    assertThat(sample.found()).noneMatch(it -> it.endsWith(seen));
  }

  @Test
  @DisplayName("finds merges that go in a circle")
  void circle() {
    sample.cases.getFirst().get("course", Document.class).append("mergedInto", Sample.CASE);
    assertThat(sample.found()).anyMatch(it -> it.contains("its merges go in a circle"));
  }
}
