package org.pris.triage.lifecycle;

import org.jspecify.annotations.Nullable;
import org.pris.contracts.Person;
import org.pris.triage.Case;
import org.pris.triage.command.CaseAction;
import org.pris.triage.command.CaseCommand;

/**
 * One try to move a case, or the question whether it could be moved.
 *
 * @param command null where only the case and the person are asked about: rules on what the command
 *     says then stay silent
 * @param target of a merge, as far as the person may see it
 */
public record TransitionAttempt(
    Case theCase,
    CaseAction action,
    @Nullable CaseCommand command,
    Person by,
    @Nullable Case target) {

  static TransitionAttempt asking(Case theCase, CaseAction action, Person by) {
    return new TransitionAttempt(theCase, action, null, by, null);
  }
}
