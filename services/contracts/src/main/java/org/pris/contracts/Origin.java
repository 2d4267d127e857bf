package org.pris.contracts;

/** Whether somebody meant it. */
public enum Origin {
  MALICIOUS,
  NON_MALICIOUS,
  UNKNOWN
}
