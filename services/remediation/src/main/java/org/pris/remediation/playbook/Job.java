package org.pris.remediation.playbook;

/** Who a task is meant for; the first column of a crisis team, not a role of an account. */
public enum Job {
  /** PRIS: leads the response. */
  LEAD,
  /** PRIS: systems and directory. */
  SYSTEM_ANALYST,
  /** PRIS: networks. */
  NETWORK_ANALYST,
  /** PRIS: malicious code. */
  CODE_ANALYST,
  /** PRIS: the crisis of the establishment as a whole. */
  CRISIS_MANAGER,
  /** Establishment: decides. */
  DIRECTOR,
  /** Establishment: information systems. */
  IT_MANAGER,
  /** Establishment: security of information systems. */
  CISO,
  /** Establishment: protection of personal data. */
  DPO,
  /** Establishment: speaks for a service of care. */
  CARE_REFERENT
}
