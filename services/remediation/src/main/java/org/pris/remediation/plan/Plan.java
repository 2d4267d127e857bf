package org.pris.remediation.plan;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.CaseState;
import org.pris.contracts.Phase;
import org.pris.contracts.Progress;
import org.pris.contracts.Progress.PhaseProgress;
import org.pris.contracts.Topics;
import org.pris.platform.outbox.Aggregate;
import org.pris.platform.outbox.ListenerOwned;
import org.pris.platform.outbox.Publishes;
import org.pris.platform.problem.InstantRules;
import org.pris.platform.problem.Invalid;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The plan of one case: its tasks, and when which playbook was laid out. One document, so the
 * progress that every event carries is counted from what is written with it.
 *
 * @param id of the case
 * @param theCase the newest copy that was heard
 */
@Publishes(Topics.TASKS)
@Document("plans")
record Plan(
    @Id UUID id,
    long lock,
    long revision,
    @ListenerOwned CaseState theCase,
    List<LaidOutPlaybook> layings,
    List<PlanGate> gates,
    List<Task> tasks)
    implements Aggregate {

  /** Most tasks in a plan, whoever adds them: the document stays bounded. */
  static final int MOST_TASKS = 500;

  /** Most with those of merged cases, so that an engagement's playbook still finds room. */
  static final int MOST_WITH_MERGED = 440;

  /** Most that people may add, so that an engagement's playbook always finds room. */
  static final int MOST_BY_HAND = 400;

  static Plan empty(CaseState theCase) {
    return new Plan(theCase.id(), 0, 0, theCase, List.of(), List.of(), List.of());
  }

  @Override
  public boolean exercise() {
    return theCase.exercise();
  }

  Optional<Task> task(UUID taskId) {
    return tasks.stream().filter(it -> it.id().equals(taskId)).findFirst();
  }

  boolean has(String playbook) {
    return layings.stream().anyMatch(it -> it.playbook().equals(playbook));
  }

  boolean has(int engagement) {
    return engagements().contains(engagement);
  }

  /** Those whose tasks are laid out, 0 being the opening. */
  List<Integer> engagements() {
    return layings.stream()
        .map(LaidOutPlaybook::engagement)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }

  int lastEngagement() {
    return engagements().isEmpty() ? 0 : engagements().getLast();
  }

  int lastNumber() {
    return tasks.stream().mapToInt(Task::number).max().orElse(0);
  }

  /** Of these, the tasks that are neither done nor waived. */
  List<UUID> open(List<UUID> some) {
    return tasks.stream()
        .filter(it -> some.contains(it.id()) && !it.isSettled())
        .map(Task::id)
        .toList();
  }

  Progress progress() {
    var phases = Arrays.stream(Phase.values()).map(this::progress).filter(it -> it.total() > 0);
    return new Progress(
        revision,
        engagements(),
        phases.toList(),
        count(Task::isOpenMandatory),
        count(Task::isImpossible));
  }

  private PhaseProgress progress(Phase phase) {
    var own = tasks.stream().filter(it -> it.instructions().phase() == phase).toList();
    var done = (int) own.stream().filter(Task::isSettled).count();
    var open = (int) own.stream().filter(Task::isOpenMandatory).count();
    return new PhaseProgress(phase, own.size(), done, open);
  }

  private int count(java.util.function.Predicate<Task> which) {
    return (int) tasks.stream().filter(which).count();
  }

  /** A task is due while its case runs: not before it was opened, and within a year. */
  void checkDue(@Nullable Instant at, Instant now) {
    if (at != null && at.isBefore(theCase.openedAt())) {
      throw new Invalid("dueAt", "must not be before the case was opened");
    }
    InstantRules.soon("dueAt", at, now);
  }

  /** One event later. */
  Plan with(Task added) {
    return with(layings, gates, joined(tasks, List.of(added)));
  }

  Plan with(UUID taskId, UnaryOperator<Task> change) {
    var changed = tasks.stream().map(it -> it.id().equals(taskId) ? change.apply(it) : it).toList();
    return with(layings, gates, changed);
  }

  /** As the opening leaves it, of which nobody is told. */
  Plan begunWith(LaidOutPlaybook laying, List<PlanGate> moreGates, List<Task> moreTasks) {
    return new Plan(
        id,
        lock,
        revision,
        theCase,
        joined(layings, List.of(laying)),
        joined(gates, moreGates),
        joined(tasks, moreTasks));
  }

  Plan with(LaidOutPlaybook laying, List<PlanGate> moreGates, List<Task> moreTasks) {
    return with(
        joined(layings, List.of(laying)), joined(gates, moreGates), joined(tasks, moreTasks));
  }

  private Plan with(
      List<LaidOutPlaybook> newLayings, List<PlanGate> newGates, List<Task> newTasks) {
    return new Plan(id, lock, revision + 1, theCase, newLayings, newGates, newTasks);
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
