package org.pris.contracts;

/** Realm roles of Keycloak. */
public enum Role {
  DECLARANT,
  RESPONDER,
  LEAD,
  AUTHORITY,
  ADMIN,
  REPORTER
}
