package org.pris.contracts;

/** The lines of care that an ARS decides on. */
public enum CareLineCode {
  EMERGENCY,
  SAMU,
  INTENSIVE_CARE,
  SURGERY,
  MATERNITY,
  STROKE,
  DIALYSIS,
  RADIOTHERAPY,
  LABORATORY,
  IMAGING,
  PHARMACY,
  INPATIENT
}
