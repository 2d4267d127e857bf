package org.pris.contracts;

/** Who reads a task or a timeline entry: responders alone, or the establishment too. */
public enum Audience {
  RESPONDERS,
  ESTABLISHMENT
}
