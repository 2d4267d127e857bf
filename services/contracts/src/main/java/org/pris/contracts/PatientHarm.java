package org.pris.contracts;

/** Whether patients are in danger (CERT Santé's observatory: potential or proven). */
public enum PatientHarm {
  NONE,
  POTENTIAL,
  PROVEN,
  UNKNOWN
}
