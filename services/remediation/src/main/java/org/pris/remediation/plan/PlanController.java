package org.pris.remediation.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Person;
import org.pris.platform.audit.Audited;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The tasks of a case, by its id or reference. Any signed-in person may ask: who may not see the
 * case is answered 404, who sees it but not its tasks (the ARS) 403.
 */
@RestController
@RequestMapping("/api/cases/{id}")
@PreAuthorize("isAuthenticated()")
@Audited("tasks")
class PlanController {

  /** The playbook to lay out, by its key. */
  record LayOut(@NotBlank @Size(max = 100) String playbook) {}

  private final Remediation remediation;

  PlanController(Remediation remediation) {
    this.remediation = remediation;
  }

  /**
   * RESPONDER, LEAD: all tasks, at most 500; DECLARANT: those that their establishment is asked.
   */
  @GetMapping("/tasks")
  PlanView tasks(@PathVariable String id, Person person) {
    var shown = remediation.show(id, person);
    return PlanView.of(shown.plan(), shown.caller());
  }

  /**
   * Adds a task that a responder wrote. The same {@code Idempotency-Key} and body answer the first
   * result; 409 where the case is over or the plan is full.
   */
  @PostMapping("/tasks")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<TaskView> add(
      @PathVariable String id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
      @RequestBody @Valid NewTask task,
      Person person) {
    var added = remediation.add(id, task, idempotencyKey, person);
    var view = TaskView.of(added.plan(), added.task(), added.caller());
    return ResponseEntity.created(URI.create("/api/tasks/" + view.id())).body(view);
  }

  /** Lays a playbook out by hand; one that is in the plan already changes nothing. */
  @PostMapping("/playbooks")
  PlanView layOut(@PathVariable String id, @RequestBody @Valid LayOut body, Person person) {
    var shown = remediation.lay(id, body.playbook(), person);
    return PlanView.of(shown.plan(), shown.caller());
  }
}
