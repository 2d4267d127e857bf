package org.pris.platform.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Personal;
import org.pris.contracts.Role;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Who did what with a case; nothing of what the case says.
 *
 * @param id derived from the rest and the minute, so that a page that polls leaves one a minute
 * @param about what the path named where that is no case: a webhook
 * @param what as {@link Audited#value} says
 */
@Document("audit")
record AuditRecord(
    @Id UUID id,
    Instant at,
    String subject,
    @Personal String name,
    @Nullable Role role,
    Action action,
    @Nullable UUID caseId,
    @Nullable String about,
    String what,
    Outcome outcome) {

  /** What was asked for. */
  enum Action {
    READ,
    CHANGE
  }

  /** What came of it. */
  enum Outcome {
    /** it was shown, or done */
    ALLOWED,
    /** a change by an administrator, recorded before it was tried */
    ASKED,
    /** answered as what does not exist: 404 */
    HIDDEN,
    /** answered 403 */
    FORBIDDEN
  }
}
