package org.pris.bench.fault.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Plans hold what was to be laid out:")
class PlanCompletenessTest {

  private static final String ABOUT = "projections · " + Sample.CASE + " · ";

  Sample sample = new Sample();

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
    var key = tasks.getFirst().getString("key");
    tasks.add(new Document(tasks.getFirst()).append("_id", "again"));
    plan.append("tasks", tasks);
    assertThat(sample.found())
        .contains(ABOUT + "its plan holds the task first-hour/" + key + " twice");
  }

  @Test
  @DisplayName("finds a case that is monitored without its tasks, unless that was waived")
  void monitored() {
    var told =
        SampleEvents.theCase(3, "MONITORING").replace("\"engagement\": 0", "\"engagement\": 1");
    sample.records.add(
        SampleEvents.record("cases", Sample.event("8"), "case.monitored.v1", 3, told));
    var seen = "was monitored, and engagement 1 was never laid out";
    assertThat(sample.found()).anyMatch(it -> it.endsWith(seen));

    var waived = told.substring(0, told.length() - 1) + ", \"waiver\": \"urgent\"}";
    sample.records.removeLast();
    sample.records.add(
        SampleEvents.record("cases", Sample.event("8"), "case.monitored.v1", 3, waived));
    assertThat(sample.found()).noneMatch(it -> it.endsWith(seen));
  }

  @Test
  @DisplayName("finds a gesture that neither plan nor event has")
  void gestureMissing() {
    var plan = sample.plans.getFirst();
    plan.append("tasks", plan.getList("tasks", Document.class).subList(1, 3));
    assertThat(sample.found())
        .anyMatch(it -> it.startsWith(ABOUT + "its plan holds of first-hour the tasks ["));
  }

  @Test
  @DisplayName("finds the gestures of a type that the case was never said to be")
  void otherGestures() {
    sample.records.replaceAll(
        it -> new String[] {it[0], it[1], it[2].replace("PHISHING", "RANSOMWARE")});
    assertThat(sample.found())
        .anyMatch(it -> it.startsWith(ABOUT + "its plan holds of first-hour the tasks ["));
  }

  @Test
  @DisplayName("finds a playbook's task that was never laid out")
  void taskMissing() {
    engage(1, Playbooks.ofTheProject().tasks("generic").stream().toList());
    assertThat(sample.found()).noneMatch(it -> it.contains("its plan holds"));

    sample = new Sample();
    engage(1, Playbooks.ofTheProject().tasks("generic").stream().skip(1).toList());
    assertThat(sample.found())
        .anyMatch(it -> it.startsWith(ABOUT + "its plan holds of generic the tasks ["));
  }

  @Test
  @DisplayName("finds tasks of a playbook that nobody laid out")
  void notLaidOut() {
    engage(1, Playbooks.ofTheProject().tasks("generic").stream().toList());
    var layings = sample.plans.getFirst().getList("layings", Document.class);
    sample.plans.getFirst().append("layings", layings.subList(0, 1));
    assertThat(sample.found())
        .contains(
            ABOUT + "its plan holds tasks of generic, not laid out",
            ABOUT + "was engaged and no playbook was laid out for engagement 1");
  }

  @Test
  @DisplayName(
      "finds the second engagement that was not laid out, whatever remediation knows of it")
  void engagedAgain() {
    engage(1, Playbooks.ofTheProject().tasks("generic").stream().toList());
    sample.cases.getFirst().get("course", Document.class).append("engagement", 2);
    assertThat(sample.found())
        .contains(ABOUT + "was engaged and no playbook was laid out for engagement 2");
  }

  @Test
  @DisplayName("finds a case whose opening laid nothing out")
  void noGestures() {
    sample.plans.getFirst().append("layings", List.of());
    assertThat(sample.found()).contains(ABOUT + "was opened and no gestures were laid out");
  }

  @Test
  @DisplayName("finds a plan of no case")
  void ofNoCase() {
    sample.plans.add(new Document(sample.plans.getFirst()).append("_id", "nothing"));
    assertThat(sample.found()).contains("projections · nothing · is a plan of no case");
  }

  private void engage(int engagement, List<String> keys) {
    sample.cases.getFirst().get("course", Document.class).append("engagement", engagement);
    var plan = sample.plans.getFirst();
    List<Document> layings = new ArrayList<>(plan.getList("layings", Document.class));
    layings.add(new Document("engagement", engagement).append("playbook", "generic"));
    List<Document> tasks = new ArrayList<>(plan.getList("tasks", Document.class));
    for (var key : keys) {
      tasks.add(new Document("_id", key).append("playbook", "generic").append("key", key));
    }
    plan.append("layings", layings).append("tasks", tasks);
  }
}
