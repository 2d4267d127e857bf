package org.pris.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.contracts.IncidentType.PHISHING;
import static org.pris.contracts.IncidentType.RANSOMWARE;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Phase;
import org.pris.contracts.Role;
import org.pris.contracts.TaskEvent.TasksLaidOut;
import org.pris.contracts.TaskStatus;
import org.pris.platform.Change;
import org.pris.platform.Ids;

@DisplayName("Laying out")
class LayingOutTest {

  static final Playbooks PLAYBOOKS = new Playbooks();

  final Heard opened = Heard.of(RANSOMWARE);
  final Heard engaged = opened.is(CaseStatus.IN_TRIAGE).engaged(RANSOMWARE);

  @Test
  @DisplayName("gives the opened case the gestures of its declared type, as engagement 0")
  void gestures() {
    var change = hear(Plan.empty(opened.state()), opened);

    var laidOut = (TasksLaidOut) change.events().getFirst();
    assertThat(change.events()).hasSize(1);
    assertThat(laidOut.engagement()).isZero();
    assertThat(laidOut.playbook()).isEqualTo("first-hour");
    assertThat(change.aggregate().tasks())
        .extracting(Task::key)
        .containsExactly("internet", "backups", "keep-power", "mail", "paper");
    assertThat(laidOut.progress().engagements()).containsExactly(0);
    assertThat(laidOut.progress().revision()).isEqualTo(1);
    assertThat(laidOut.progress().openMandatory()).isZero();
  }

  @Test
  @DisplayName("derives a task's id from case, playbook and key")
  void ids() {
    var plan = after(opened);

    assertThat(plan.tasks().getFirst().id())
        .isEqualTo(Ids.of(opened.id(), "first-hour", "internet"));
  }

  @Test
  @DisplayName("does nothing for an event that was heard before")
  void repeat() {
    var plan = after(opened, engaged);

    assertThat(hear(plan, opened).events()).isEmpty();
    assertThat(hear(plan, engaged).events()).isEmpty();
    assertThat(hear(plan, engaged).aggregate()).isEqualTo(plan);
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
  @DisplayName("makes good in one step what a lost opening left out")
  void openingLost() {
    var change = hear(Plan.empty(engaged.state()), engaged);

    assertThat(change.events())
        .extracting(it -> ((TasksLaidOut) it).engagement())
        .containsExactly(0, 1);
    assertThat(change.events())
        .extracting(it -> ((TasksLaidOut) it).progress().revision())
        .containsExactly(1L, 2L);
    assertThat(hear(change.aggregate(), opened).events()).isEmpty();
  }

  @Test
  @DisplayName("makes good a lost engagement by the next event of the case, held or not")
  void engagementLost() {
    assertThat(hear(after(opened), engaged.is(CaseStatus.MONITORING)).events()).hasSize(1);
    assertThat(hear(after(opened), engaged.held()).events()).hasSize(1);
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
  @DisplayName("gives a case that is opened again after a merge its gestures then")
  void unmerged() {
    var merged = opened.is(CaseStatus.MERGED);
    var plan = with(Plan.empty(merged.state()), merged.is(CaseStatus.IN_TRIAGE));

    assertThat(hear(plan, merged.is(CaseStatus.IN_TRIAGE)).events()).hasSize(1);
  }

  @Test
  @DisplayName("tells of a later engagement of the same type, and keeps what is done")
  void engagedAgain() {
    var plan = after(opened, engaged);
    var done =
        new TaskDecision(plan, byKey(plan, "open-log"), actor(), Heard.AT)
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
    assertThat(plan.layings()).extracting(Laying::playbook).contains("ransomware", "generic");
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

  @Test
  @DisplayName("by hand claims no engagement that has not been laid out")
  void byHand() {
    var change = byHand(after(opened), "ransomware");

    var laidOut = (TasksLaidOut) change.events().getFirst();
    assertThat(laidOut.engagement()).isZero();
    assertThat(laidOut.progress().engagements()).containsExactly(0);
    assertThat(change.actor()).isEqualTo(actor());
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

  static boolean isGesture(Plan plan, String key) {
    return plan.tasks().stream().anyMatch(it -> it.isGesture() && key.equals(it.key()));
  }

  static org.pris.contracts.Actor actor() {
    return Heard.responder().as(null, Role.RESPONDER);
  }

  static Change<Plan> byHand(Plan plan, String playbook) {
    var chosen = PLAYBOOKS.find(playbook).orElseThrow();
    return LayingOut.byHand(plan, chosen, actor(), Heard.AT);
  }

  static Task byKey(Plan plan, String key) {
    return plan.tasks().stream().filter(it -> key.equals(it.key())).findFirst().orElseThrow();
  }

  /** As the listener does: the newest copy first, then the decision. */
  static Change<Plan> hear(Plan plan, Heard heard) {
    return LayingOut.heard(with(plan, heard), heard.state(), PLAYBOOKS, Heard.AT);
  }

  static Plan with(Plan plan, Heard heard) {
    return heard.revision() <= plan.theCase().revision()
        ? plan
        : new Plan(
            plan.id(),
            plan.lock(),
            plan.revision(),
            heard.state(),
            plan.layings(),
            plan.gates(),
            plan.tasks());
  }

  static Plan after(Heard first, Heard... others) {
    var plan = hear(Plan.empty(first.state()), first).aggregate();
    for (var next : List.of(others)) {
      plan = hear(plan, next).aggregate();
    }
    return plan;
  }
}
