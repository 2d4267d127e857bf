package org.pris.triage.api;

import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Person;
import org.pris.platform.audit.Audited;
import org.pris.platform.web.IdempotencyKey;
import org.pris.platform.web.Page;
import org.pris.platform.web.RateLimited;
import org.pris.triage.Cases;
import org.pris.triage.command.CaseCommand;
import org.pris.triage.command.CaseEdit;
import org.pris.triage.command.CaseEdit.Admit;
import org.pris.triage.command.CaseEdit.Affect;
import org.pris.triage.command.CaseEdit.Assign;
import org.pris.triage.command.CaseEdit.ChangeAccess;
import org.pris.triage.command.CaseEdit.ChangeCare;
import org.pris.triage.command.CaseEdit.ChangeDeadline;
import org.pris.triage.command.OpenCase;
import org.pris.triage.command.QualificationDraft;
import org.pris.triage.lifecycle.QualificationPreview;
import org.pris.triage.list.CaseFilter;
import org.pris.triage.list.CaseList;
import org.pris.triage.view.CaseView;
import org.pris.triage.view.ListedCase;
import org.pris.triage.view.Views;
import org.springdoc.core.annotations.ParameterObject;
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
 * Cases by id or reference. Who may do what is decided on the case itself, so that a case that is
 * not the caller's answers 404 to everybody alike.
 */
@RestController
@RequestMapping("/api/cases")
@PreAuthorize("isAuthenticated()")
@Audited("case")
class CaseController {

  private final CaseOpening opening;
  private final CaseService triage;
  private final Cases cases;
  private final CaseList list;
  private final Views views;

  CaseController(CaseOpening opening, CaseService triage, Cases cases, CaseList list, Views views) {
    this.opening = opening;
    this.triage = triage;
    this.cases = cases;
    this.list = list;
    this.views = views;
  }

  /**
   * Those the caller may see; without a status only open ones. A filter or sort that is not of the
   * caller's view answers 400.
   */
  @GetMapping
  @RateLimited(value = "search", when = "q")
  Page<ListedCase> list(@ParameterObject @Valid CaseFilter filter, Person person) {
    return list.find(filter, person);
  }

  /** Opens a case before any declaration; the same {@code Idempotency-Key} and body find it. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAnyRole('RESPONDER', 'LEAD')")
  ResponseEntity<CaseView> open(
      @RequestBody @Valid OpenCase how,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      Person person) {
    var opened = opening.open(how, IdempotencyKey.of(person, "POST /api/cases", key, how), person);
    return ResponseEntity.created(URI.create("/api/cases/" + opened.id()))
        .body(views.one(opened, person));
  }

  @GetMapping("/{id}")
  CaseView one(@PathVariable String id, Person person) {
    return views.one(cases.visible(id, person), person);
  }

  /** Moves the case as its state machine allows; 409 with every reason where it does not. */
  @PostMapping("/{id}/transitions")
  CaseView transition(
      @PathVariable String id, @RequestBody @Valid CaseCommand command, Person person) {
    return views.one(triage.transition(id, command, person), person);
  }

  /** What a qualification would lead to: the proposed severity, and the clocks it would start. */
  @GetMapping("/{id}/qualification")
  @Audited("qualification")
  QualificationPreview qualification(
      @PathVariable String id, @ParameterObject QualificationDraft draft, Person person) {
    return triage.preview(id, draft, person);
  }

  @PostMapping("/{id}/care")
  CaseView care(@PathVariable String id, @RequestBody @Valid ChangeCare edit, Person person) {
    return edited(id, edit, person);
  }

  @PostMapping("/{id}/assignees")
  CaseView assignees(@PathVariable String id, @RequestBody @Valid Assign edit, Person person) {
    return edited(id, edit, person);
  }

  /** Another establishment is hit by the same. */
  @PostMapping("/{id}/affected")
  CaseView affected(@PathVariable String id, @RequestBody @Valid Affect edit, Person person) {
    return edited(id, edit, person);
  }

  /** Who may see the case; only a lead says so. */
  @PostMapping("/{id}/access")
  CaseView access(@PathVariable String id, @RequestBody @Valid ChangeAccess edit, Person person) {
    return edited(id, edit, person);
  }

  /**
   * A lead lets somebody into a restricted case, also into one that is closed to the lead; it is
   * told on the timeline, with the reason.
   */
  @PostMapping("/{id}/admissions")
  CaseView admission(@PathVariable String id, @RequestBody @Valid Admit edit, Person person) {
    return views.one(triage.admit(id, edit, person), person);
  }

  /** How a legal clock stands. */
  @PostMapping("/{id}/deadlines")
  CaseView deadlines(
      @PathVariable String id, @RequestBody @Valid ChangeDeadline edit, Person person) {
    return edited(id, edit, person);
  }

  private CaseView edited(String id, CaseEdit edit, Person person) {
    return views.one(triage.edit(id, edit, person), person);
  }
}
