package org.pris.contracts;

/** What happened to one property of the data. */
public enum DataState {
  NONE,
  SUSPECTED,
  PROVEN,
  UNKNOWN
}
