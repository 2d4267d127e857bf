package org.pris.triage.deadline;

import org.jspecify.annotations.Nullable;
import org.pris.contracts.Deadline;
import org.pris.contracts.DeadlineKind;
import org.pris.contracts.DeadlineStatus;
import org.pris.contracts.Personal;

/**
 * One clock of a case, and who decided on it.
 *
 * @param partial whether what was sent is still to be complemented
 * @param by subject of who said how it stands; null while it follows from the facts
 */
public record CaseDeadline(
    Deadline deadline, boolean partial, @Personal @Nullable String reason, @Nullable String by) {

  public boolean isOf(String establishment, String regime) {
    return deadline.establishment().equals(establishment) && deadline.regime().equals(regime);
  }

  /** A person said how it stands. */
  public boolean isDecided() {
    return by != null;
  }

  /** What a person said of it cannot be outdone by facts that come later. */
  public boolean isFinal() {
    return isDecided() && status().isSettled();
  }

  public boolean isFulfilled() {
    return status() == DeadlineStatus.MET || status() == DeadlineStatus.MET_LATE;
  }

  /** Whether the same was said of both. */
  public boolean saysAs(CaseDeadline other) {
    return isOf(other.deadline.establishment(), other.deadline.regime())
        && equals(saying(other))
        && isDecided();
  }

  /** This clock, of which the same was said as of the other. */
  public CaseDeadline saying(CaseDeadline other) {
    var it = other.deadline;
    return new CaseDeadline(
        Deadlines.settled(deadline, it.status(), it.at(), it.reference()),
        other.partial,
        other.reason,
        other.by);
  }

  /** This clock, before anybody said how it stands. */
  public CaseDeadline unsaid() {
    return new CaseDeadline(
        Deadlines.settled(deadline, DeadlineStatus.TO_ASSESS, null, null), false, null, null);
  }

  public DeadlineStatus status() {
    return deadline.status();
  }

  /** Still expected, and of a kind that is shown loud. */
  public boolean isLoud() {
    return !status().isSettled() && deadline.kind() != DeadlineKind.INFORMATIVE;
  }

  /** Without it the case cannot be closed. */
  public boolean blocksClosing() {
    return !status().isSettled() && deadline.kind() == DeadlineKind.LEGAL;
  }
}
