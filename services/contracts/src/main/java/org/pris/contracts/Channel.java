package org.pris.contracts;

/** By which way a declaration came in. */
public enum Channel {
  PORTAL,
  API,
  PHONE,
  PAPER,
  CERT_SANTE
}
