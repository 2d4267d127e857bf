package org.pris.remediation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pris.contracts.IncidentType.PHISHING;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Actor;
import org.pris.contracts.Audience;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Phase;
import org.pris.contracts.TaskEvent.TaskAdded;
import org.pris.platform.problem.Invalid;
import org.pris.platform.problem.RuleViolation;
import org.pris.platform.web.IdempotencyKey;

@DisplayName("A task that a responder writes")
class NewTaskTest {

  static final Actor BY = People.actor();
  static final Instant NOW = Work.NOW;

  final Heard opened = Heard.of(PHISHING);
  final Plan plan = Laid.after(opened);
  final NewTask task =
      new NewTask("Rappeler l’hébergeur", null, Phase.CARE, null, null, null, null);

  @Test
  @DisplayName("is added with the next number, for responders, and told")
  void added() {
    var change = task.in(plan, creation("k"), BY, NOW);

    var added = change.aggregate().tasks().getLast();
    assertThat(added.number()).isEqualTo(plan.lastNumber() + 1);
    assertThat(added.instructions().audience()).isEqualTo(Audience.RESPONDERS);
    assertThat(added.instructions().mandatory()).isFalse();
    assertThat(((TaskAdded) change.events().getFirst()).task()).isEqualTo(added.state());
  }

  @Test
  @DisplayName("is added once for one idempotency key, which fits one body only")
  void once() {
    var after = task.in(plan, creation("k"), BY, NOW).aggregate();

    assertThat(task.in(after, creation("k"), BY, NOW).events()).isEmpty();
    var other = new NewTask("Autre", null, Phase.CARE, null, null, null, null);
    var sameKey = IdempotencyKey.of(People.responder(), "/tasks", "k", other);
    assertThatThrownBy(() -> other.in(after, sameKey, BY, NOW)).isInstanceOf(Invalid.class);
  }

  @Test
  @DisplayName("asks only an establishment that the case touches")
  void stranger() {
    var asked = new NewTask("x", null, Phase.CARE, null, Audience.ESTABLISHMENT, "990000051", null);

    assertThatThrownBy(() -> asked.in(plan, creation("k"), BY, NOW)).isInstanceOf(Invalid.class);
  }

  @Test
  @DisplayName("is due while its case can run: the field is named where it is not")
  void due() {
    var beforeTheCase = Heard.AT.minusSeconds(1);
    var nextAge = NOW.plus(Duration.ofDays(367));

    for (var at : List.of(Instant.parse("1999-12-31T00:00:00Z"), beforeTheCase, nextAge)) {
      var never = new NewTask("x", null, Phase.CARE, null, null, null, at);
      assertThatThrownBy(() -> never.in(plan, creation("k"), BY, NOW))
          .isInstanceOfSatisfying(
              Invalid.class,
              it -> assertThat(it.errors()).extracting("field").containsExactly("dueAt"));
    }
    var late = new NewTask("x", null, Phase.CARE, null, null, null, NOW.minusSeconds(60));
    assertThat(late.in(plan, creation("k"), BY, NOW).aggregate().tasks().getLast().dueAt())
        .isEqualTo(NOW.minusSeconds(60));
  }

  @Test
  @DisplayName("finds no place in a full plan, nor in a case that is over")
  void full() {
    var full = plan;
    while (full.tasks().size() < Plan.MOST_BY_HAND) {
      full = task.in(full, creation(UUID.randomUUID().toString()), BY, NOW).aggregate();
    }
    var last = full;
    assertThatThrownBy(() -> task.in(last, creation("k"), BY, NOW))
        .isInstanceOf(RuleViolation.class)
        .hasMessage("PLAN_FULL");
    var over = Laid.with(plan, opened.is(CaseStatus.REJECTED));
    assertThatThrownBy(() -> task.in(over, creation("k"), BY, NOW))
        .isInstanceOf(RuleViolation.class)
        .hasMessage("CASE_NOT_OPEN");
  }

  private IdempotencyKey creation(String key) {
    return IdempotencyKey.of(People.responder(), "/tasks", key, task);
  }
}
