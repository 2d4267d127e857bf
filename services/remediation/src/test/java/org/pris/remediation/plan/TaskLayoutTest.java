package org.pris.remediation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.contracts.IncidentType.RANSOMWARE;
import static org.pris.remediation.plan.Laid.after;
import static org.pris.remediation.plan.Laid.byKey;
import static org.pris.remediation.plan.Laid.hear;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Phase;
import org.pris.contracts.TaskEvent.TasksLaidOut;
import org.pris.platform.Ids;
import org.pris.platform.outbox.Change;

@DisplayName("Laying out")
class TaskLayoutTest {

  final Heard opened = Heard.of(RANSOMWARE);
  final Heard engaged = opened.is(CaseStatus.IN_TRIAGE).engaged(RANSOMWARE);

  @Test
  @DisplayName("gives the opened case the gestures of its declared type, and tells nobody")
  void gestures() {
    var change = hear(Plan.empty(opened.state()), opened);

    assertThat(change.written()).isTrue();
    assertThat(change.events()).isEmpty();
    assertThat(change.aggregate().tasks())
        .extracting(Task::key)
        .containsExactly("internet", "backups", "keep-power", "mail", "paper");
    assertThat(change.aggregate().layings())
        .extracting(LaidOutPlaybook::playbook)
        .containsExactly("first-hour");
    var progress = change.aggregate().progress();
    assertThat(progress.engagements()).containsExactly(0);
    assertThat(progress.revision()).isZero();
    assertThat(progress.openMandatory()).isZero();
  }

  @Test
  @DisplayName("derives a task's id from case, playbook and key")
  void ids() {
    var plan = after(opened);

    assertThat(plan.tasks().getFirst().id())
        .isEqualTo(Ids.of(opened.id(), "first-hour", "internet"));
  }

  @Test
  @DisplayName("adds the playbook of the type when the case is engaged, and keeps the gestures")
  void playbook() {
    var change = hear(after(opened), engaged);

    var laidOut = (TasksLaidOut) change.events().getFirst();
    assertThat(laidOut.engagement()).isEqualTo(1);
    assertThat(laidOut.tasks()).hasSize(40);
    assertThat(change.aggregate().tasks()).hasSize(45);
    assertThat(change.aggregate().tasks().getLast().number()).isEqualTo(45);
    assertThat(laidOut.progress().engagements()).containsExactly(0, 1);
  }

  @Test
  @DisplayName("counts what is due from the moment of laying out")
  void due() {
    var plan = after(opened, engaged);

    assertThat(byKey(plan, "open-log").dueAt()).isEqualTo(Heard.AT.plus(Duration.ofMinutes(15)));
    assertThat(byKey(plan, "monitor-backups").dueAt()).isNull();
  }

  @Test
  @DisplayName("does not lay out for a case that is advised only, whatever it was before")
  void advised() {
    assertThat(hear(after(opened), engaged.is(CaseStatus.ADVISED)).events()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"CLOSED", "REJECTED", "MERGED", "REDIRECTED"})
  @DisplayName("gives nothing to a case that is over, not even for a late opening")
  void over(CaseStatus status) {
    var over = opened.is(status);

    assertThat(hear(Plan.empty(over.state()), over).events()).isEmpty();
    assertThat(hear(Plan.empty(over.state()), opened).events()).isEmpty();
  }

  @Test
  @DisplayName("by hand claims no engagement that has not been laid out")
  void byHand() {
    var change = byHand(after(opened), "ransomware");

    var laidOut = (TasksLaidOut) change.events().getFirst();
    assertThat(laidOut.engagement()).isZero();
    assertThat(laidOut.progress().engagements()).containsExactly(0);
    assertThat(change.actor()).isEqualTo(People.actor());
  }

  @Test
  @DisplayName("by hand puts a playbook in a plan once; the engagement then finds it")
  void byHandThenEngaged() {
    var plan = byHand(after(opened), "ransomware").aggregate();

    assertThat(byHand(plan, "ransomware").events()).isEmpty();
    var laidOut = (TasksLaidOut) hear(plan, engaged).events().getFirst();
    assertThat(laidOut.engagement()).isEqualTo(1);
    assertThat(laidOut.tasks()).isEmpty();
  }

  @Test
  @DisplayName("counts progress per phase from the plan")
  void progress() {
    var progress = after(opened, engaged).progress();

    assertThat(progress.phases()).extracting(it -> it.phase()).isSorted();
    assertThat(progress.phases().stream().mapToInt(it -> it.total()).sum()).isEqualTo(45);
    var eviction =
        progress.phases().stream().filter(it -> it.phase() == Phase.EVICTION).findFirst();
    assertThat(eviction)
        .hasValueSatisfying(it -> {
          assertThat(it.total()).isEqualTo(6);
          assertThat(it.done()).isZero();
          assertThat(it.openMandatory()).isEqualTo(6);
        });
    assertThat(progress.openMandatory())
        .isEqualTo(progress.phases().stream().mapToInt(it -> it.openMandatory()).sum());
  }

  private static Change<Plan> byHand(Plan plan, String playbook) {
    var chosen = Laid.PLAYBOOKS.find(playbook).orElseThrow();
    return TaskLayout.byHand(plan, chosen, People.actor(), Heard.AT);
  }
}
