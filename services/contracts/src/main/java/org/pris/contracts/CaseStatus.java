package org.pris.contracts;

/** States of a case. */
public enum CaseStatus {
  RECEIVED,
  IN_TRIAGE,
  QUALIFIED,
  ADVISED,
  ENGAGED,
  MONITORING,
  REPORTING,
  ON_HOLD,
  CLOSED,
  REJECTED,
  MERGED,
  REDIRECTED;

  public boolean isOpen() {
    return compareTo(ON_HOLD) <= 0;
  }
}
