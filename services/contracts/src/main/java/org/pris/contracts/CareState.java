package org.pris.contracts;

/** How one line of care goes on. */
public enum CareState {
  NORMAL,
  DEGRADED,
  DIVERTED,
  STOPPED,
  UNKNOWN
}
