package org.pris.triage.lifecycle;

import static org.pris.contracts.CaseStatus.ADVISED;
import static org.pris.contracts.CaseStatus.CLOSED;
import static org.pris.contracts.CaseStatus.ENGAGED;
import static org.pris.contracts.CaseStatus.IN_TRIAGE;
import static org.pris.contracts.CaseStatus.MERGED;
import static org.pris.contracts.CaseStatus.MONITORING;
import static org.pris.contracts.CaseStatus.ON_HOLD;
import static org.pris.contracts.CaseStatus.QUALIFIED;
import static org.pris.contracts.CaseStatus.RECEIVED;
import static org.pris.contracts.CaseStatus.REDIRECTED;
import static org.pris.contracts.CaseStatus.REJECTED;
import static org.pris.contracts.CaseStatus.REPORTING;
import static org.pris.contracts.Role.LEAD;
import static org.pris.contracts.Role.RESPONDER;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.triage.Case;
import org.pris.triage.command.CaseAction;

/**
 * The whole table of states: the machine, what a reader is offered, the diagram in the documents
 * and their tests all come from it.
 */
public final class CaseTable {

  private CaseTable() {}

  static final List<TransitionRow> ROWS =
      Stream.of(
              Stream.of(
                  row(RECEIVED, CaseAction.TAKE, IN_TRIAGE, RESPONDER),
                  row(
                      IN_TRIAGE,
                      CaseAction.QUALIFY,
                      QUALIFIED,
                      RESPONDER,
                      QualificationGuards.LOWER_SEVERITY_REASONED),
                  row(IN_TRIAGE, CaseAction.REJECT, REJECTED, RESPONDER),
                  row(RECEIVED, CaseAction.MERGE, MERGED, RESPONDER, Guards.MERGEABLE),
                  row(IN_TRIAGE, CaseAction.MERGE, MERGED, RESPONDER, Guards.MERGEABLE),
                  row(QUALIFIED, CaseAction.MERGE, MERGED, RESPONDER, Guards.MERGEABLE),
                  row(ADVISED, CaseAction.MERGE, MERGED, RESPONDER, Guards.MERGEABLE),
                  row(ENGAGED, CaseAction.MERGE, MERGED, LEAD, Guards.MERGEABLE),
                  row(MERGED, CaseAction.UNMERGE, IN_TRIAGE, LEAD, Guards.PARTABLE),
                  row(IN_TRIAGE, CaseAction.REDIRECT, REDIRECTED, RESPONDER, Guards.TAKEN_OVER),
                  row(QUALIFIED, CaseAction.REDIRECT, REDIRECTED, RESPONDER, Guards.TAKEN_OVER),
                  unlessLead(
                      EngagementGuards.EMERGENCY,
                      row(
                          QUALIFIED,
                          CaseAction.ENGAGE,
                          ENGAGED,
                          LEAD,
                          EngagementGuards.MANDATED,
                          EngagementGuards.LED,
                          EngagementGuards.LEAD_ADMITTED)),
                  row(QUALIFIED, CaseAction.ADVISE, ADVISED, RESPONDER),
                  row(ADVISED, CaseAction.ESCALATE, QUALIFIED, RESPONDER),
                  row(
                      ENGAGED,
                      CaseAction.MONITOR,
                      MONITORING,
                      LEAD,
                      ClosingGuards.LAID_OUT,
                      ClosingGuards.ATTACKER_OUT),
                  row(ENGAGED, CaseAction.DISENGAGE, ADVISED, LEAD),
                  row(MONITORING, CaseAction.DISENGAGE, ADVISED, LEAD),
                  row(MONITORING, CaseAction.RELAPSE, ENGAGED, RESPONDER),
                  row(REPORTING, CaseAction.RELAPSE, ENGAGED, RESPONDER),
                  row(MONITORING, CaseAction.REPORT, REPORTING, LEAD, ClosingGuards.CARE_RESTORED),
                  row(
                      REPORTING,
                      CaseAction.CLOSE,
                      CLOSED,
                      LEAD,
                      ClosingGuards.LESSONS,
                      ClosingGuards.CLOCKS_SETTLED,
                      ClosingGuards.TASKS_DONE),
                  unlessLead(
                      ClosingGuards.AT_MOST_MINOR,
                      row(ADVISED, CaseAction.CLOSE, CLOSED, LEAD, ClosingGuards.CLOCKS_SETTLED))),
              holdable().map(it -> row(it, CaseAction.HOLD, ON_HOLD, RESPONDER)),
              holdable().map(it -> row(ON_HOLD, CaseAction.RESUME, it, RESPONDER)),
              Stream.of(CLOSED, REJECTED, REDIRECTED).flatMap(CaseTable::reopenings))
          .flatMap(it -> it)
          .toList();

  /** What the person may do with the case now, and why not the rest: from the same table. */
  public static List<AllowedAction> allowedActions(Case theCase, Person by) {
    return Arrays.stream(CaseAction.values())
        .flatMap(it -> allowed(TransitionAttempt.asking(theCase, it, by)).stream())
        .toList();
  }

  private static Stream<TransitionRow> rows(TransitionAttempt attempt) {
    return ROWS.stream()
        .filter(it -> it.from() == attempt.theCase().status() && it.action() == attempt.action())
        .filter(it -> it.isMeant(attempt));
  }

  private static Optional<AllowedAction> allowed(TransitionAttempt attempt) {
    var rows = rows(attempt).toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    var open =
        rows.stream()
            .filter(it -> it.forbids(attempt.by(), attempt).isEmpty())
            .filter(it -> it.refuses(attempt).isEmpty())
            .map(TransitionRow::to)
            .toList();
    if (!open.isEmpty()) {
      return Optional.of(new AllowedAction(attempt.action(), true, List.of(), false, open));
    }
    var first = rows.getFirst();
    var reasons =
        Stream.of(first.forbids(attempt.by(), attempt), first.refuses(attempt))
            .flatMap(List::stream)
            .toList();
    var waivable =
        first.forbids(attempt.by(), attempt).isEmpty()
            && first.rules().stream()
                .filter(it -> !it.refusals(attempt).isEmpty())
                .allMatch(CaseRule::waivable);
    return Optional.of(new AllowedAction(attempt.action(), false, reasons, waivable, List.of()));
  }

  private static Stream<CaseStatus> holdable() {
    return Arrays.stream(CaseStatus.values()).filter(it -> it.isOpen() && it != ON_HOLD);
  }

  private static Stream<TransitionRow> reopenings(CaseStatus from) {
    return Stream.of(
        row(from, CaseAction.REOPEN, IN_TRIAGE, LEAD),
        row(from, CaseAction.REOPEN, ENGAGED, LEAD, Guards.visited(ENGAGED)),
        row(from, CaseAction.REOPEN, REPORTING, LEAD, Guards.visited(REPORTING)));
  }

  private static TransitionRow row(
      CaseStatus from, CaseAction action, CaseStatus to, Role who, CaseRule... rules) {
    return new TransitionRow(from, action, to, who, null, List.of(rules));
  }

  private static TransitionRow unlessLead(CaseRule needed, TransitionRow row) {
    return new TransitionRow(row.from(), row.action(), row.to(), row.who(), needed, row.rules());
  }
}
