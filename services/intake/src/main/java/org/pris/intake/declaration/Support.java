package org.pris.intake.declaration;

/** What help an establishment asks for. */
enum Support {
  /** a word with somebody who knows */
  ADVICE,
  /** is it an incident, and how grave */
  QUALIFICATION,
  /** what happened, how far it went */
  INVESTIGATION,
  /** rebuilding what is lost */
  REMEDIATION,
  /** running the crisis cell */
  CRISIS_MANAGEMENT,
  /** what to tell patients, staff and the press */
  COMMUNICATION,
  /** complaint, CNIL, insurer */
  LEGAL
}
