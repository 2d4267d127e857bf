package org.pris.remediation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.contracts.IncidentType.PHISHING;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.CaseState;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Phase;
import org.pris.contracts.TaskEvent.TaskAdded;
import org.pris.contracts.TaskStatus;
import org.pris.platform.web.IdempotencyKey;
import org.pris.remediation.plan.TaskCommand.Block;
import org.pris.remediation.plan.TaskCommand.Complete;

@DisplayName("When a case is merged")
class TaskMergeTest {

  final Heard source = Heard.of(PHISHING);
  final Heard target = Heard.of(PHISHING);
  final Plan before = Laid.after(target);

  @Test
  @DisplayName("open tasks that somebody wrote or began go on in the target, with their origin")
  void taken() {
    var change = TaskMerge.taken(before, merged(worked()));

    var plan = change.aggregate();
    assertThat(plan.tasks()).hasSize(before.tasks().size() + 2);
    var begun = plan.tasks().get(before.tasks().size());
    assertThat(begun.status()).isEqualTo(TaskStatus.BLOCKED);
    assertThat(begun.playbook()).as("the target has its own").isNull();
    assertThat(begun.instructions().dependsOn()).isEmpty();
    var written = plan.tasks().getLast();
    assertThat(written)
        .returns("Rappeler l’hébergeur", it -> it.instructions().title().fr())
        .returns(plan.tasks().size(), Task::number)
        .returns(source.reference(), Task::origin);
    assertThat(change.events()).hasSize(2).hasOnlyElementsOfType(TaskAdded.class);
    assertThat(((TaskAdded) change.events().getLast()).progress()).isEqualTo(plan.progress());
  }

  @Test
  @DisplayName("they are taken once, however often it is heard, and done here they stay done")
  void once() {
    var plan = TaskMerge.taken(before, merged(worked())).aggregate();
    assertThat(TaskMerge.taken(plan, merged(worked())).events()).isEmpty();

    var written = plan.tasks().getLast();
    var done =
        new TaskDecision(plan, written, Work.BY, Work.NOW).on(new Complete(1L, null)).aggregate();
    assertThat(TaskMerge.taken(done, merged(worked())).events()).isEmpty();
  }

  @Test
  @DisplayName("they count for the closing of the target where they are mandatory")
  void counted() {
    var plan = Laid.after(source, source.engaged(PHISHING));
    var mandatory = plan.tasks().stream().filter(it -> it.isOpenMandatory()).findFirst();
    var begun =
        mandatory
            .map(it -> new TaskDecision(plan, it, Work.BY, Work.NOW).on(new Block(1L, "x")))
            .orElseThrow()
            .aggregate();

    var after = TaskMerge.taken(before, merged(begun)).aggregate();

    assertThat(after.progress().openMandatory()).isEqualTo(before.progress().openMandatory() + 1);
  }

  @Test
  @DisplayName("they name the first case along a chain of merges")
  void chain() {
    var second = TaskMerge.taken(before, merged(worked())).aggregate();
    var third = Heard.of(PHISHING);

    var end = TaskMerge.taken(Laid.after(third), as(second, target.mergedInto(third))).aggregate();

    assertThat(end.tasks().getLast().origin()).isEqualTo(source.reference());
  }

  @Test
  @DisplayName("nothing is taken before it is, into another case, or into one that is over")
  void notYet() {
    assertThat(TaskMerge.taken(before, worked()).events()).isEmpty();
    var elsewhere = as(worked(), source.mergedInto(Heard.of(PHISHING)));
    assertThat(TaskMerge.taken(before, elsewhere).events()).isEmpty();
    var over = Laid.with(before, target.is(CaseStatus.CLOSED));
    assertThat(TaskMerge.taken(over, merged(worked())).events()).isEmpty();
  }

  private Plan merged(Plan plan) {
    return as(plan, source.mergedInto(target));
  }

  private static Plan as(Plan it, CaseState theCase) {
    return new Plan(
        it.id(), it.lock(), it.revision(), theCase, it.layings(), it.gates(), it.tasks());
  }

  /** With a task of a responder's own, a gesture that is blocked, and one that is done. */
  private Plan worked() {
    var plan = Laid.after(source);
    for (var command : new TaskCommand[] {new Block(1L, "x"), new Complete(1L, null)}) {
      var fresh =
          plan.tasks().stream()
              .filter(it -> it.status() == TaskStatus.TO_DO && !it.isOpenMandatory())
              .findFirst()
              .orElseThrow();
      plan = new TaskDecision(plan, fresh, Work.BY, Work.NOW).on(command).aggregate();
    }
    var task = new NewTask("Rappeler l’hébergeur", null, Phase.CARE, null, null, null, null);
    var key = IdempotencyKey.of(People.responder(), "/tasks", "k", task);
    return task.in(plan, key, Work.BY, Work.NOW).aggregate();
  }
}
