package org.pris.contracts;

/** Where a deadline stands; to our knowledge, for the establishment is liable. */
public enum DeadlineStatus {
  TO_ASSESS,
  RUNNING,
  MISSED,
  MET,
  MET_LATE,
  NOT_DONE,
  NOT_APPLICABLE;

  /** Whether nothing more is expected of it. */
  public boolean isSettled() {
    return compareTo(MET) >= 0;
  }
}
