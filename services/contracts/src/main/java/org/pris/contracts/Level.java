package org.pris.contracts;

/** One of the criteria impact and urgency. */
public enum Level {
  LOW,
  HIGH,
  UNKNOWN
}
