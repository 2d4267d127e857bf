package org.pris.contracts;

/** Where a case is heading, as in the MISP taxonomy nis2 (outlook). */
public enum Trend {
  IMPROVING,
  STABLE,
  WORSENING
}
