package org.pris.contracts;

/** How PRIS came to know. */
public enum CaseSource {
  DECLARATION,
  THIRD_PARTY_WARNING,
  PHONE_CALL,
  CERT_SANTE,
  MONITORING,
  PRESS,
  OTHER
}
