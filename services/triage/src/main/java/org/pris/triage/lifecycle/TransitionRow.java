package org.pris.triage.lifecycle;

import static org.pris.contracts.Role.LEAD;
import static org.pris.contracts.Role.RESPONDER;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.platform.problem.Reason;
import org.pris.triage.command.CaseAction;
import org.pris.triage.command.CaseCommand.Reopen;

/**
 * One line of the table of states.
 *
 * @param who LEAD: leads; RESPONDER: both
 * @param unlessLead what a responder needs beside, who is no lead; null where {@code who} says all
 */
record TransitionRow(
    CaseStatus from,
    CaseAction action,
    CaseStatus to,
    Role who,
    @Nullable CaseRule unlessLead,
    List<CaseRule> rules) {

  /** Of the rows that share state and action: which one is meant, by the case or the command. */
  boolean isMeant(TransitionAttempt attempt) {
    return switch (action) {
      case RESUME -> attempt.theCase().lifecycle().heldFrom() == to;
      case REOPEN -> !(attempt.command() instanceof Reopen reopen) || reopen.target() == to;
      default -> true;
    };
  }

  List<Reason> forbids(Person by, TransitionAttempt attempt) {
    if (by.is(LEAD)) {
      return List.of();
    }
    if (by.is(RESPONDER) && unlessLead != null) {
      return unlessLead.refusals(attempt);
    }
    return by.is(who) ? List.of() : List.of(new Reason("ROLE_NEEDED", "role", who));
  }

  List<Reason> refuses(TransitionAttempt attempt) {
    return Stream.concat(Stream.of(Guards.NOT_MERGING), rules.stream())
        .flatMap(it -> it.refusals(attempt).stream())
        .distinct()
        .toList();
  }
}
