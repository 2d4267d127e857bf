package org.pris.contracts;

/** How far an incident reaches. */
public enum Scope {
  CONTAINED,
  EXTENDED,
  UNKNOWN
}
