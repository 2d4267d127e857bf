package org.pris.contracts;

/** Phases of remediation (ANSSI's E3R) and the work beside them. */
public enum Phase {
  QUALIFICATION,
  CONTAINMENT,
  EVICTION,
  ERADICATION,
  RECONSTRUCTION,
  CARE,
  LEGAL,
  COMMUNICATION,
  EVIDENCE,
  MONITORING
}
