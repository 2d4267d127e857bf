package org.pris.contracts;

/** How binding a deadline is: only LEGAL blocks closing and can be missed. */
public enum DeadlineKind {
  LEGAL,
  TARGET,
  INFORMATIVE
}
