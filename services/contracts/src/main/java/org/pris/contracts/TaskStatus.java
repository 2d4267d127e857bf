package org.pris.contracts;

/** Where a task stands. */
public enum TaskStatus {
  TO_DO,
  IN_PROGRESS,
  BLOCKED,
  DONE,
  WAIVED
}
