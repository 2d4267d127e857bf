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
    assertThat(forbidden(key, action, People.responder()))
        .as(why)
        .containsExactly(new Reason("ROLE_NEEDED", "role", Role.LEAD));
    assertThat(forbidden(key, action, People.lead())).isEmpty();
  }

  @Test
  @DisplayName("a responder waives what is neither mandatory nor a gate's")
  void responder() {
    assertThat(forbidden("monitor-backups", TaskAction.WAIVE, People.responder())).isEmpty();
  }

  @Test
  @DisplayName("the establishment answers and completes, and nothing else")
  void establishment() {
    var allowed =
        Arrays.stream(TaskAction.values())
            .filter(it -> forbidden("internet", it, People.declarant(Heard.SITE)).isEmpty())
            .collect(Collectors.toSet());

    assertThat(allowed).isEqualTo(Set.of(TaskAction.ANSWER, TaskAction.COMPLETE));
  }

  @Test
  @DisplayName("an action is recorded in the role that it took")
  void actors() {
    var both = People.person("lead1", Set.of(), Role.LEAD, Role.RESPONDER);

    assertThat(engaged.caller(both).actor(false).role()).isEqualTo(Role.RESPONDER);
    assertThat(engaged.caller(both).actor(true).role()).isEqualTo(Role.LEAD);
    assertThat(engaged.caller(People.declarant(Heard.OTHER)).actor(false))
        .returns(Role.DECLARANT, it -> it.role())
        .returns(Heard.OTHER.finess(), it -> it.establishment());
  }

  @Test
  @DisplayName("what is refused is shown with every reason, and what a command needs")
  void allowedActions() {
    var caller = engaged.caller(People.responder());
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

  private java.util.List<Reason> forbidden(String key, TaskAction action, Person person) {
    return TaskRules.forbidden(plan, byKey(plan, key), action, engaged.caller(person));
  }
}
