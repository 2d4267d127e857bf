package org.pris.triage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Deadline;
import org.pris.contracts.DeadlineKind;
import org.pris.contracts.DeadlineStatus;
import org.pris.contracts.Personal;

/**
 * One clock of a case, and who decided on it.
 *
 * @param partial whether what was sent is still to be complemented
 * @param by username of who said how it stands; null while it follows from the facts
 */
record WatchedDeadline(
    Deadline deadline, boolean partial, @Personal @Nullable String reason, @Nullable String by) {

  boolean isOf(String establishment, String regime) {
    return deadline.establishment().equals(establishment) && deadline.regime().equals(regime);
  }

  /** A person said how it stands: facts that come later change it no more. */
  boolean isDecided() {
    return by != null;
  }

  DeadlineStatus status() {
    return deadline.status();
  }

  /** Still expected, and of a kind that is shown loud. */
  boolean isLoud() {
    return !status().isSettled() && deadline.kind() != DeadlineKind.INFORMATIVE;
  }

  /** Without it the case cannot be closed. */
  boolean blocksClosing() {
    return !status().isSettled() && deadline.kind() == DeadlineKind.LEGAL;
  }

  boolean isOverdue(Instant now) {
    var due = deadline.dueAt();
    return !status().isSettled() && due != null && due.isBefore(now);
  }
}
