package org.pris.remediation.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Actor;
import org.pris.contracts.Affected;
import org.pris.contracts.Audience;
import org.pris.contracts.Establishment;
import org.pris.contracts.Personal;
import org.pris.contracts.Phase;
import org.pris.contracts.TaskEvent.TaskAdded;
import org.pris.contracts.TaskStatus;
import org.pris.platform.outbox.Change;
import org.pris.platform.problem.Invalid;
import org.pris.platform.problem.Reason;
import org.pris.platform.problem.RuleViolation;
import org.pris.platform.web.IdempotencyKey;
import org.pris.remediation.playbook.LocalizedText;
import org.pris.remediation.playbook.Priority;

/**
 * A task that a responder writes.
 *
 * @param priority absent: DEFERRABLE
 * @param audience absent: RESPONDERS
 * @param establishment FINESS number of the one asked, among those that the case touches
 */
record NewTask(
    @Personal @NotBlank @Size(max = 200) String title,
    @Personal @Size(max = 600) @Nullable String what,
    @NotNull Phase phase,
    @Nullable Priority priority,
    @Nullable Audience audience,
    @Pattern(regexp = Establishment.FINESS) @Nullable String establishment,
    @Nullable Instant dueAt) {

  /** The same request again finds its task and changes nothing. */
  Change<Plan> in(Plan plan, IdempotencyKey creation, Actor actor, Instant now) {
    var there = plan.task(creation.id());
    if (there.isPresent()) {
      creation.check(Objects.requireNonNullElse(there.get().digest(), ""));
      return Change.none(plan);
    }
    check(plan, now);
    var task = task(plan, creation);
    var after = plan.with(task);
    return new Change<>(
        after, List.of(new TaskAdded(after.theCase(), after.progress(), task.state())), actor);
  }

  private void check(Plan plan, Instant now) {
    if (!plan.theCase().status().isOpen()) {
      throw new RuleViolation(new Reason("CASE_NOT_OPEN", "status", plan.theCase().status()));
    }
    if (plan.tasks().size() >= Plan.MOST_BY_HAND) {
      throw new RuleViolation(new Reason("PLAN_FULL", "most", Plan.MOST_BY_HAND));
    }
    if (establishment != null
        && plan.theCase().affected().stream()
            .map(Affected::establishment)
            .noneMatch(it -> it.finess().equals(establishment))) {
      throw new Invalid("establishment", "is not one that the case touches");
    }
    plan.checkDue(dueAt, now);
  }

  private Task task(Plan plan, IdempotencyKey creation) {
    var instructions =
        new Instructions(
            phase,
            Objects.requireNonNullElse(priority, Priority.DEFERRABLE),
            List.of(),
            Objects.requireNonNullElse(audience, Audience.RESPONDERS),
            establishment,
            false,
            LocalizedText.same(title),
            what == null ? null : LocalizedText.same(what),
            List.of(),
            List.of(),
            null,
            List.<UUID>of());
    return new Task(
        creation.id(),
        1,
        plan.lastNumber() + 1,
        null,
        null,
        instructions,
        TaskStatus.TO_DO,
        List.of(),
        dueAt,
        null,
        null,
        creation.digest(),
        null);
  }
}
