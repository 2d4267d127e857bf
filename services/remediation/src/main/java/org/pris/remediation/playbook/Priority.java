package org.pris.remediation.playbook;

/** How much a task matters, in the words of the CERT-FR reflex sheets. */
public enum Priority {
  /** Closing a case, and leaving its phase, wait for it. */
  MANDATORY,
  /** To be done, but not before what is mandatory. */
  DEFERRABLE,
  /** Useful where somebody has time for it. */
  SECONDARY
}
