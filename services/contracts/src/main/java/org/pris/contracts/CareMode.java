package org.pris.contracts;

/** How care goes on as a whole. */
public enum CareMode {
  NORMAL,
  DEGRADED,
  INTERRUPTED,
  UNKNOWN
}
