package org.pris.remediation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.contracts.IncidentType.PHISHING;
import static org.pris.contracts.IncidentType.RANSOMWARE;
import static org.pris.remediation.plan.Laid.after;
import static org.pris.remediation.plan.Laid.byKey;
import static org.pris.remediation.plan.Laid.hear;
import static org.pris.remediation.plan.Laid.with;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.TaskEvent.TasksLaidOut;
import org.pris.contracts.TaskStatus;

@DisplayName("Laying out")
class TaskLayoutAgainTest {

  final Heard opened = Heard.of(RANSOMWARE);
  final Heard engaged = opened.is(CaseStatus.IN_TRIAGE).engaged(RANSOMWARE);

  @Test
  @DisplayName("does nothing for an event that was heard before")
  void repeat() {
    var plan = after(opened, engaged);

    assertThat(hear(plan, opened).events()).isEmpty();
    assertThat(hear(plan, engaged).events()).isEmpty();
    assertThat(hear(plan, engaged).aggregate()).isEqualTo(plan);
  }

  @Test
  @DisplayName("makes good in one step what a lost opening left out")
  void openingLost() {
    var change = hear(Plan.empty(engaged.state()), engaged);

    assertThat(change.events())
        .extracting(it -> ((TasksLaidOut) it).engagement())
        .containsExactly(1);
    assertThat(change.aggregate().engagements()).containsExactly(0, 1);
    assertThat(change.aggregate().revision()).isEqualTo(1);
    assertThat(hear(change.aggregate(), opened).events()).isEmpty();
  }

  @Test
  @DisplayName("makes good a lost engagement by the next event of the case, held or not")
  void engagementLost() {
    assertThat(hear(after(opened), engaged.is(CaseStatus.MONITORING)).events()).hasSize(1);
    assertThat(hear(after(opened), engaged.held()).events()).hasSize(1);
  }

  @Test
  @DisplayName("gives a case that is opened again after a merge its gestures then")
  void unmerged() {
    var merged = opened.is(CaseStatus.MERGED);
    var plan = with(Plan.empty(merged.state()), merged.is(CaseStatus.IN_TRIAGE));

    assertThat(hear(plan, merged.is(CaseStatus.IN_TRIAGE)).aggregate().has(0)).isTrue();
  }

  @Test
  @DisplayName("tells of a later engagement of the same type, and keeps what is done")
  void engagedAgain() {
    var plan = after(opened, engaged);
    var done =
        new TaskDecision(plan, byKey(plan, "open-log"), People.actor(), Heard.AT)
            .on(new TaskCommand.Complete(1L, null))
            .aggregate();

    var change = hear(done, engaged.engaged(RANSOMWARE));

    var laidOut = (TasksLaidOut) change.events().getFirst();
    assertThat(laidOut.engagement()).isEqualTo(2);
    assertThat(laidOut.tasks()).isEmpty();
    assertThat(laidOut.progress().engagements()).containsExactly(0, 1, 2);
    assertThat(change.aggregate().tasks()).isEqualTo(done.tasks());
    assertThat(byKey(change.aggregate(), "open-log").status()).isEqualTo(TaskStatus.DONE);
  }

  @Test
  @DisplayName("adds the playbook of another type at a later engagement")
  void engagedAsAnotherType() {
    var plan = hear(after(opened, engaged), engaged.engaged(PHISHING)).aggregate();

    assertThat(plan.tasks()).hasSize(56);
    assertThat(plan.layings())
        .extracting(LaidOutPlaybook::playbook)
        .contains("ransomware", "generic");
  }

  @Test
  @DisplayName("ends alike whether the engagements are heard in order or not")
  void outOfOrder() {
    var again = engaged.engaged(PHISHING);

    var inOrder = after(opened, engaged, again);
    var newest = with(Plan.empty(again.state()), again);
    var late = hear(hear(hear(newest, again).aggregate(), engaged).aggregate(), opened).aggregate();

    assertThat(late.tasks())
        .extracting(Task::key)
        .filteredOn(it -> !isGesture(late, it))
        .containsExactlyInAnyOrderElementsOf(
            inOrder.tasks().stream().filter(it -> !it.isGesture()).map(Task::key).toList());
    assertThat(late.engagements()).isEqualTo(inOrder.engagements());
  }

  private static boolean isGesture(Plan plan, String key) {
    return plan.tasks().stream().anyMatch(it -> it.isGesture() && key.equals(it.key()));
  }
}
