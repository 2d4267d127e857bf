package org.pris.triage;

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

  /** A person said how it stands. */
  boolean isDecided() {
    return by != null;
  }

  /** What a person said of it cannot be outdone by facts that come later. */
  boolean isFinal() {
    return isDecided() && status().isSettled();
  }

  boolean isFulfilled() {
    return status() == DeadlineStatus.MET || status() == DeadlineStatus.MET_LATE;
  }

  /** Whether the same was said of both. */
  boolean saysAs(WatchedDeadline other) {
    return isOf(other.deadline.establishment(), other.deadline.regime())
        && equals(saying(other))
        && isDecided();
  }

  /** This clock, of which the same was said as of the other. */
  WatchedDeadline saying(WatchedDeadline other) {
    var it = other.deadline;
    return new WatchedDeadline(
        Deadlines.settled(deadline, it.status(), it.at(), it.reference()),
        other.partial,
        other.reason,
        other.by);
  }

  /** This clock, before anybody said how it stands. */
  WatchedDeadline unsaid() {
    return new WatchedDeadline(
        Deadlines.settled(deadline, DeadlineStatus.TO_ASSESS, null, null), false, null, null);
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
}
