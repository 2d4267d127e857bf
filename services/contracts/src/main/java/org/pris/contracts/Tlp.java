package org.pris.contracts;

/** Traffic Light Protocol 2.0. */
public enum Tlp {
  CLEAR,
  GREEN,
  AMBER,
  AMBER_STRICT,
  RED
}
