package org.pris.contracts;

/** The four levels of CERT-FR and InterCERT, least first. */
public enum Severity {
  ANOMALY,
  MINOR,
  MAJOR,
  CRISIS;

  public boolean atLeast(Severity other) {
    return compareTo(other) >= 0;
  }
}
