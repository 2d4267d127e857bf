package org.pris.remediation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.pris.contracts.IncidentType.RANSOMWARE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.pris.contracts.Actor;
import org.pris.platform.problem.Reason;
import org.pris.platform.problem.RuleViolation;

/** Somebody at work on the plan of an engaged case, and the events that it makes. */
final class Work {

  static final Actor BY = People.actor();
  static final Instant NOW = Heard.AT.plus(Duration.ofHours(1));

  private final Heard opened = Heard.of(RANSOMWARE);
  private final Heard engaged = opened.engaged(RANSOMWARE);
  private final List<Object> events = new ArrayList<>();
  private Plan plan = Laid.after(opened, engaged);

  Plan plan() {
    return plan;
  }

  Task task(String key) {
    return Laid.byKey(plan, key);
  }

  List<Object> events() {
    return events;
  }

  /** What becomes of the case meanwhile. */
  void hear(UnaryOperator<Heard> next) {
    plan = Laid.with(plan, next.apply(engaged));
  }

  void does(String key, TaskCommand command) {
    var change = decide(key).on(command);
    plan = change.aggregate();
    events.addAll(change.events());
  }

  List<Reason> refusal(String key, TaskCommand command) {
    var thrown = catchThrowableOfType(RuleViolation.class, () -> decide(key).on(command));
    assertThat(thrown).isNotNull();
    return thrown.reasons();
  }

  TaskDecision decide(String key) {
    return new TaskDecision(plan, task(key), BY, NOW);
  }
}
