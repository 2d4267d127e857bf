package org.pris.platform.audit;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.platform.web.Cursor;
import org.pris.platform.web.Page;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who read a case in this service, where the service says on which path. */
@RestController
@Tag(name = "reads")
@ConditionalOnProperty("pris.audit.path")
@PreAuthorize("isAuthenticated()")
class AuditController {

  /**
   * A request that somebody made about the case.
   *
   * @param at the first of its kind within a minute
   * @param subject of the person's account
   * @param name as the account said it then
   * @param role in which they asked; null for somebody without any
   * @param what what was shown or changed, as a code: {@code case}, {@code tasks}, {@code timeline}
   */
  record Read(
      Instant at,
      String subject,
      @Nullable String name,
      @Nullable Role role,
      AuditRecord.Action action,
      UUID caseId,
      String what,
      AuditRecord.Outcome outcome) {

    static Read of(AuditRecord it, UUID caseId) {
      return new Read(
          it.at(),
          it.subject(),
          it.name(),
          it.role(),
          it.action(),
          caseId,
          it.what(),
          it.outcome());
    }
  }

  private final Audit audit;
  private final AuditedCases cases;

  AuditController(Audit audit, AuditedCases cases) {
    this.audit = audit;
    this.cases = cases;
  }

  /**
   * Who asked about the case, newest first, refused requests included; the last twelve months. Only
   * for a lead who reads the case as a responder; to others 404 as for what does not exist, or 403.
   *
   * @param after the {@code next} of the page before
   * @param limit 1 to 200; 50 where absent
   */
  @GetMapping("${pris.audit.path}")
  @Audited("reads")
  Page<Read> reads(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit,
      Person person) {
    var caseId = cases.asResponder(id, person);
    if (!person.is(Role.LEAD)) {
      throw new AccessDeniedException("A lead reads who read");
    }
    return audit.of(caseId, after, Cursor.limit(limit)).map(it -> Read.of(it, caseId));
  }
}
