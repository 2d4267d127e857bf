package org.pris.triage;

import org.jspecify.annotations.Nullable;
import org.pris.contracts.Person;

/**
 * One try to move a case, or the question whether it could be moved.
 *
 * @param command null where only the case and the person are asked about: rules on what the command
 *     says then stay silent
 * @param target of a merge, as far as the person may see it
 */
record Attempt(
    Case theCase,
    CaseAction action,
    @Nullable CaseCommand command,
    Person by,
    @Nullable Case target) {

  static Attempt asking(Case theCase, CaseAction action, Person by) {
    return new Attempt(theCase, action, null, by, null);
  }
}
