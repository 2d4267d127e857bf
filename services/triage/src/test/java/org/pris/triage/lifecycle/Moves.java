package org.pris.triage.lifecycle;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.pris.contracts.CaseEvent.DisengagementReason;
import org.pris.contracts.CaseEvent.RejectionReason;
import org.pris.contracts.CaseEvent.RootCause;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.contracts.Severity;
import org.pris.platform.problem.Reason;
import org.pris.platform.problem.RuleViolation;
import org.pris.triage.Case;
import org.pris.triage.Examples;
import org.pris.triage.command.Call;
import org.pris.triage.command.CaseCommand;
import org.pris.triage.command.CaseCommand.Advise;
import org.pris.triage.command.CaseCommand.Close;
import org.pris.triage.command.CaseCommand.Disengage;
import org.pris.triage.command.CaseCommand.Engage;
import org.pris.triage.command.CaseCommand.Escalate;
import org.pris.triage.command.CaseCommand.Hold;
import org.pris.triage.command.CaseCommand.Merge;
import org.pris.triage.command.CaseCommand.Monitor;
import org.pris.triage.command.CaseCommand.Redirect;
import org.pris.triage.command.CaseCommand.Reject;
import org.pris.triage.command.CaseCommand.Relapse;
import org.pris.triage.command.CaseCommand.Reopen;
import org.pris.triage.command.CaseCommand.ReopenTo;
import org.pris.triage.command.CaseCommand.Report;
import org.pris.triage.command.CaseCommand.Resume;
import org.pris.triage.command.CaseCommand.Take;
import org.pris.triage.command.CaseCommand.Unmerge;
import org.pris.triage.command.EmergencyAuthorisation;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.statemachine.config.StateMachineFactory;

/** What people try with a case, and what the real machine says to it. */
final class Moves {

  static final CaseMachine MACHINE = machine();

  private Moves() {}

  @SuppressWarnings("unchecked")
  private static CaseMachine machine() {
    var context = new AnnotationConfigApplicationContext(CaseMachine.Table.class);
    return new CaseMachine(context.getBean(StateMachineFactory.class));
  }

  static TransitionAttempt attempt(Case theCase, CaseCommand command, Role role) {
    Person by = Examples.person("somebody", role);
    return new TransitionAttempt(theCase, command.action(), command, by, Examples.received());
  }

  static List<Reason> refusals(TransitionAttempt attempt) {
    return catchThrowableOfType(RuleViolation.class, () -> MACHINE.next(attempt)).reasons();
  }

  /** Each action with all that its guard needs. */
  static Stream<CaseCommand> commands() {
    var emergency =
        new EmergencyAuthorisation("N", "Director", "+33100000000", "Isolate", Examples.NOW);
    return Stream.of(
        new Take(1L),
        Examples.qualify(Severity.MAJOR),
        new Reject(1L, RejectionReason.TEST, "A test"),
        new Merge(1L, UUID.randomUUID(), true),
        new Unmerge(1L, "Another cause"),
        new Redirect(1L, "CSIRT", null, new Call("+33100000000", Examples.NOW)),
        new Engage(1L, "lead1", "C-2026-1", null),
        new Engage(1L, "lead1", null, emergency),
        new Advise(1L, "Isolate the server"),
        new Escalate(1L, "It spreads"),
        new Monitor(1L, null),
        new Disengage(1L, DisengagementReason.FALSE_ALARM, "All handed over"),
        new Relapse(1L, "The beacon is back"),
        new Report(1L, null),
        new Close(1L, RootCause.HUMAN_ERROR, "Done", "Train", null),
        new Hold(1L, "Waiting for the insurer", Examples.NOW.plus(Duration.ofDays(2))),
        new Resume(1L),
        new Reopen(1L, "New trace", ReopenTo.IN_TRIAGE),
        new Reopen(1L, "New trace", ReopenTo.ENGAGED),
        new Reopen(1L, "New trace", ReopenTo.REPORTING));
  }
}
