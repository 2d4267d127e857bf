package org.pris.remediation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.contracts.IncidentType.RANSOMWARE;
import static org.pris.remediation.plan.Laid.byKey;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.contracts.TaskEvent.GestureAnswer;
import org.pris.platform.problem.Reason;

@DisplayName("Who may do what with a task")
class TaskRulesTest {

  final Heard engaged = Heard.of(RANSOMWARE).engaged(RANSOMWARE).touchingAlso(Heard.OTHER);
  final Plan plan = Laid.after(engaged);

  @ParameterizedTest
  @CsvSource({
    "open-log, WAIVE, mandatory",
    "neutralise-accounts, WAIVE, a gate needs it",
    "safe-restore-date, COMPLETE, signed by the lead",
    "safe-restore-date, WAIVE, signed by the lead"
  })
  @DisplayName("a lead alone lets go what is mandatory or keeps a gate, and signs")
  void lead(String key, TaskAction action, String why) {
    assertThat(forbidden(key, action, Heard.responder()))
        .as(why)
        .containsExactly(new Reason("ROLE_NEEDED", "role", Role.LEAD));
    assertThat(forbidden(key, action, Heard.lead())).isEmpty();
  }

  @Test
  @DisplayName("a responder waives what is neither mandatory nor a gate's")
  void responder() {
    assertThat(forbidden("monitor-backups", TaskAction.WAIVE, Heard.responder())).isEmpty();
  }

  @Test
  @DisplayName("the establishment answers and completes, and nothing else")
  void establishment() {
    var allowed =
        Arrays.stream(TaskAction.values())
            .filter(it -> forbidden("internet", it, Heard.declarant(Heard.SITE)).isEmpty())
            .collect(Collectors.toSet());

    assertThat(allowed).isEqualTo(Set.of(TaskAction.ANSWER, TaskAction.COMPLETE));
  }

  @Test
  @DisplayName("the establishment reads what it is asked, and nothing of the responders'")
  void reads() {
    var declarant = engaged.caller(Heard.declarant(Heard.SITE));

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

    assertThat(engaged.caller(Heard.declarant(Heard.OTHER)).reads(own)).isTrue();
    assertThat(engaged.caller(Heard.declarant(Heard.SITE)).reads(own)).isFalse();
    var legalEntity = Heard.person("director", Set.of(Heard.OTHER.legalEntity()), Role.DECLARANT);
    assertThat(engaged.caller(legalEntity).reads(own)).isTrue();
  }

  @Test
  @DisplayName("of several establishments each learns the names of its own people only")
  void names() {
    var internet = byKey(plan, "internet");
    var by = engaged.caller(Heard.declarant(Heard.SITE)).actor(false);
    var answered =
        new TaskDecision(plan, internet, by, Heard.AT)
            .on(new TaskCommand.Answer(1L, GestureAnswer.DONE, null))
            .aggregate();
    var task = byKey(answered, "internet");

    var own = EstablishmentTask.of(answered, task, engaged.caller(Heard.declarant(Heard.SITE)));
    var other = EstablishmentTask.of(answered, task, engaged.caller(Heard.declarant(Heard.OTHER)));
    assertThat(own.changedBy()).isEqualTo("declarant1");
    assertThat(other.changedBy()).isNull();
    assertThat(other.reply()).isNotNull();
  }

  @Test
  @DisplayName("the ARS, a lead outside a restricted case and a stranger read no task")
  void others() {
    var restricted = engaged.restrictedToPeople();

    assertThat(engaged.caller(Heard.person("ars1", Set.of(), Role.AUTHORITY)).readsTasks())
        .isFalse();
    assertThat(restricted.caller(Heard.lead()).readsTasks()).isFalse();
    assertThat(engaged.caller(Heard.person("x", Set.of("990000051"), Role.DECLARANT)).readsTasks())
        .isFalse();
  }

  @Test
  @DisplayName("an action is recorded in the role that it took")
  void actors() {
    var both = Heard.person("lead1", Set.of(), Role.LEAD, Role.RESPONDER);

    assertThat(engaged.caller(both).actor(false).role()).isEqualTo(Role.RESPONDER);
    assertThat(engaged.caller(both).actor(true).role()).isEqualTo(Role.LEAD);
    assertThat(engaged.caller(Heard.declarant(Heard.OTHER)).actor(false))
        .returns(Role.DECLARANT, it -> it.role())
        .returns(Heard.OTHER.finess(), it -> it.establishment());
  }

  @Test
  @DisplayName("what is refused is shown with every reason, and what a command needs")
  void allowedActions() {
    var caller = engaged.caller(Heard.responder());
    var view = ResponderTask.of(plan, byKey(plan, "renew-secrets"), caller);

    assertThat(view.allowedActions())
        .filteredOn(it -> it.action() == TaskAction.COMPLETE)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.allowed()).isFalse();
          assertThat(it.needs()).containsExactly("note");
          assertThat(it.reasons())
              .extracting(Reason::code)
              .containsExactly("DEPENDENCY_OPEN", "GATE_CLOSED");
        });
    assertThat(view.allowedActions())
        .extracting(AllowedAction::action)
        .doesNotContain(TaskAction.ANSWER);
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

  private java.util.List<Reason> forbidden(String key, TaskAction action, Person person) {
    return TaskRules.forbidden(plan, byKey(plan, key), action, engaged.caller(person));
  }
}
