package org.pris.remediation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.contracts.IncidentType.RANSOMWARE;
import static org.pris.remediation.plan.Laid.byKey;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Role;
import org.pris.contracts.TaskEvent.GestureAnswer;

@DisplayName("Who reads what of a task")
class TaskViewsTest {

  final Heard engaged = Heard.of(RANSOMWARE).engaged(RANSOMWARE).touchingAlso(Heard.OTHER);
  final Plan plan = Laid.after(engaged);

  @Test
  @DisplayName("the establishment reads what it is asked, and nothing of the responders'")
  void reads() {
    var declarant = engaged.caller(People.declarant(Heard.SITE));

    assertThat(declarant.reads(byKey(plan, "internet"))).isTrue();
    assertThat(declarant.reads(byKey(plan, "declarations"))).isTrue();
    assertThat(declarant.reads(byKey(plan, "open-log"))).isFalse();
  }

  @Test
  @DisplayName("of several establishments each reads the common part and its own")
  void severalEstablishments() {
    var task = byKey(plan, "internet");
    var it = task.instructions();
    var asked =
        new Instructions(
            it.phase(),
            it.priority(),
            it.roles(),
            it.audience(),
            Heard.OTHER.finess(),
            false,
            it.title(),
            it.what(),
            it.finishedWhen(),
            it.doNot(),
            null,
            it.dependsOn());
    var own =
        new Task(
            task.id(),
            1,
            1,
            null,
            null,
            asked,
            task.status(),
            task.assignees(),
            null,
            null,
            null,
            null,
            null);

    assertThat(engaged.caller(People.declarant(Heard.OTHER)).reads(own)).isTrue();
    assertThat(engaged.caller(People.declarant(Heard.SITE)).reads(own)).isFalse();
    var legalEntity = People.person("director", Set.of(Heard.OTHER.legalEntity()), Role.DECLARANT);
    assertThat(engaged.caller(legalEntity).reads(own)).isTrue();
  }

  @Test
  @DisplayName("of several establishments each learns the names of its own people only")
  void names() {
    var internet = byKey(plan, "internet");
    var by = engaged.caller(People.declarant(Heard.SITE)).actor(false);
    var answered =
        new TaskDecision(plan, internet, by, Heard.AT)
            .on(new TaskCommand.Answer(1L, GestureAnswer.DONE, null))
            .aggregate();
    var task = byKey(answered, "internet");

    var own = EstablishmentTask.of(answered, task, engaged.caller(People.declarant(Heard.SITE)));
    var other = EstablishmentTask.of(answered, task, engaged.caller(People.declarant(Heard.OTHER)));
    assertThat(own.changedBy()).isEqualTo("declarant1");
    assertThat(other.changedBy()).isNull();
    assertThat(other.reply()).isNotNull();
  }

  @Test
  @DisplayName("the ARS, a lead outside a restricted case and a stranger read no task")
  void others() {
    var restricted = engaged.restrictedToPeople();

    assertThat(engaged.caller(People.person("ars1", Set.of(), Role.AUTHORITY)).readsTasks())
        .isFalse();
    assertThat(restricted.caller(People.lead()).readsTasks()).isFalse();
    assertThat(engaged.caller(People.person("x", Set.of("990000051"), Role.DECLARANT)).readsTasks())
        .isFalse();
  }

  @Test
  @DisplayName("the establishment's view of a task has these fields and no other")
  void whitelist() {
    assertThat(EstablishmentTask.class.getRecordComponents())
        .extracting(it -> it.getName())
        .containsExactlyInAnyOrder(
            "view",
            "id",
            "version",
            "number",
            "phase",
            "mandatory",
            "gesture",
            "title",
            "what",
            "finishedWhen",
            "doNot",
            "evidenceNeeded",
            "status",
            "dueAt",
            "changedAt",
            "changedBy",
            "reply",
            "allowedActions");
    assertThat(PlanView.EstablishmentPlan.class.getRecordComponents())
        .extracting(it -> it.getName())
        .containsExactlyInAnyOrder("view", "caseId", "caseReference", "tasks");
  }
}
