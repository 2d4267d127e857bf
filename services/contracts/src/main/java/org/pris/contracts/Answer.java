package org.pris.contracts;

/** A three-valued answer; absent means that nobody answered, UNKNOWN that they do not know. */
public enum Answer {
  YES,
  NO,
  UNKNOWN
}
