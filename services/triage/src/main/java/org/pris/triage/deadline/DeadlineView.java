package org.pris.triage.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Deadline;
import org.pris.contracts.DeadlineKind;
import org.pris.contracts.DeadlineStatus;

/**
 * One clock, without what a person wrote about it.
 *
 * @param withoutDelay the law gives no hour: {@code dueAt} is an aim, never "missed"
 * @param overdue past {@code dueAt} and not settled, at the moment of the answer; the clocks of a
 *     case that ended stand still
 */
public record DeadlineView(
    String establishment,
    String regime,
    DeadlineKind kind,
    boolean withoutDelay,
    DeadlineStatus status,
    @Nullable Instant t0,
    int t0Revision,
    @Nullable Instant dueAt,
    @Nullable Instant at,
    @Nullable String reference,
    boolean overdue) {

  public static DeadlineView of(Deadline it, CaseStatus status, Instant now) {
    return new DeadlineView(
        it.establishment(),
        it.regime(),
        it.kind(),
        it.withoutDelay(),
        it.status(),
        it.t0(),
        it.t0Revision(),
        it.dueAt(),
        it.at(),
        it.reference(),
        isOverdue(it, status, now));
  }

  public static boolean isOverdue(Deadline it, CaseStatus status, Instant now) {
    var due = it.dueAt();
    return status.isOpen() && !it.status().isSettled() && due != null && due.isBefore(now);
  }
}
