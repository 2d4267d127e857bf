package org.pris.intake.declaration;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Person;
import org.pris.platform.audit.Audited;
import org.pris.platform.web.Cursor;
import org.pris.platform.web.Page;
import org.pris.platform.web.RateLimited;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Declarations. Establishments see their own, responders all that are not restricted, a machine
 * reference and status of those it sent; {@code {id}} is an id or a reference.
 */
@RestController
@RequestMapping(SubmissionService.PATH)
@PreAuthorize("hasAnyRole('DECLARANT', 'REPORTER', 'RESPONDER', 'LEAD')")
@Audited("declaration")
class DeclarationController {

  private static final String KEY = "Idempotency-Key";

  private final SubmissionService intake;
  private final ComplementService complements;
  private final Declarations declarations;
  private final Versions versions;

  DeclarationController(
      SubmissionService intake,
      ComplementService complements,
      Declarations declarations,
      Versions versions) {
    this.intake = intake;
    this.complements = complements;
    this.declarations = declarations;
    this.versions = versions;
  }

  /**
   * Declares an incident, for an own establishment or, as a responder, on behalf of one. 201 with
   * Location; 400 names every field that breaks its form, 422 an establishment or channel that is
   * not the caller's.
   */
  @PostMapping
  @RateLimited("declare")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<DeclarationView> declare(
      Person person,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(implementation = DeclarationForm.Declare.class)))
          @RequestBody
          JsonNode body) {
    var declaration = intake.declare(person, body, key);
    return created(declaration, view(declaration, person));
  }

  /**
   * Lists declarations, newest first.
   *
   * @param establishment FINESS number of a site or legal entity to narrow it to
   */
  @GetMapping
  Page<DeclarationLine> list(
      Person person,
      @RequestParam(required = false) @Nullable String establishment,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return declarations
        .list(person, establishment, after, Cursor.limit(limit))
        .map(it -> DeclarationLine.of(it, person));
  }

  /** One declaration in its newest version. */
  @GetMapping("/{id}")
  DeclarationView one(Person person, @PathVariable String id) {
    return view(declarations.require(id, person), person);
  }

  /**
   * Says more: a merge patch (RFC 7396) of the answers, which makes a new version. What says
   * nothing new makes none, but of a machine, which must not learn what others answered.
   */
  @PostMapping("/{id}/complements")
  @RateLimited("declare")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<DeclarationView> complement(
      Person person,
      @PathVariable String id,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(schema = @Schema(implementation = DeclarationForm.Complement.class)))
          @RequestBody
          JsonNode body) {
    var declaration = complements.add(person, id, body, key);
    var open = declarations.openBeside(declaration, person);
    var said = complements.said(body);
    return created(declaration, DeclarationView.complemented(declaration, open, person, said));
  }

  /** Every version, newest first; not for machines. */
  @GetMapping("/{id}/versions")
  @Audited("versions")
  @PreAuthorize("hasAnyRole('DECLARANT', 'RESPONDER', 'LEAD')")
  Page<VersionView> versions(
      Person person,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    var declaration = declarations.requireWhole(id, person);
    return versions.list(declaration, after, Cursor.limit(limit)).map(VersionView::of);
  }

  private DeclarationView view(Declaration declaration, Person person) {
    return DeclarationView.of(declaration, declarations.openBeside(declaration, person), person);
  }

  private static ResponseEntity<DeclarationView> created(
      Declaration declaration, DeclarationView view) {
    return ResponseEntity.created(URI.create(SubmissionService.PATH + "/" + declaration.id()))
        .body(view);
  }
}
