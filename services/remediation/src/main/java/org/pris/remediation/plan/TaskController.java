package org.pris.remediation.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Person;
import org.pris.platform.audit.Audited;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * One task. Commands carry its {@code version}; another answers 409 {@code stale} with {@code
 * currentVersion}, a rule 409 {@code rule-violation} with every reason. A DECLARANT answers and
 * completes what their establishment is asked; all else is a responder's (403).
 */
@RestController
@RequestMapping("/api/tasks/{id}")
@PreAuthorize("isAuthenticated()")
@Audited("task")
class TaskController {

  /** Subjects of accounts; an empty list takes everybody off. */
  record Assign(
      @NotNull Long version,
      @NotNull @Size(max = 20)
          List<
                  @NotNull
                  @Pattern(regexp = Person.SUBJECT, message = "is not the subject of an account")
                  String>
              assignees) {}

  /** UTC; null: no longer due at a time. */
  record SetDue(@NotNull Long version, @Nullable Instant dueAt) {}

  private final Remediation remediation;

  TaskController(Remediation remediation) {
    this.remediation = remediation;
  }

  @GetMapping
  TaskView one(@PathVariable UUID id, Person person) {
    return view(remediation.task(id, person));
  }

  /** Start, block, complete, waive, reopen; answer, of a gesture. Answers the task after it. */
  @PostMapping("/transitions")
  TaskView transition(
      @PathVariable UUID id, @RequestBody @Valid TaskCommand command, Person person) {
    return view(remediation.transition(id, command, person));
  }

  /** Who works on it; of a restricted case only people who may see it. */
  @PostMapping("/assignees")
  TaskView assign(@PathVariable UUID id, @RequestBody @Valid Assign body, Person person) {
    var people = body.assignees().stream().distinct().toList();
    return view(remediation.assign(id, body.version(), people, person));
  }

  /** When it is due. */
  @PostMapping("/due")
  TaskView due(@PathVariable UUID id, @RequestBody @Valid SetDue body, Person person) {
    return view(remediation.due(id, body.version(), body.dueAt(), person));
  }

  private static TaskView view(Remediation.ShownTask shown) {
    return TaskView.of(shown.plan(), shown.task(), shown.caller());
  }
}
