package org.pris.triage.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.triage.lifecycle.Moves.MACHINE;
import static org.pris.triage.lifecycle.Moves.attempt;
import static org.pris.triage.lifecycle.Moves.refusals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Access;
import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.CareMode;
import org.pris.contracts.CaseEvent.RootCause;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.IncidentType;
import org.pris.contracts.Level;
import org.pris.contracts.Role;
import org.pris.contracts.Scope;
import org.pris.contracts.Severity;
import org.pris.platform.problem.Reason;
import org.pris.triage.Examples;
import org.pris.triage.Lifecycle;
import org.pris.triage.command.CaseAction;
import org.pris.triage.command.CaseCommand.Close;
import org.pris.triage.command.CaseCommand.Engage;
import org.pris.triage.command.CaseCommand.Monitor;
import org.pris.triage.command.CaseCommand.Reopen;
import org.pris.triage.command.CaseCommand.ReopenTo;
import org.pris.triage.command.CaseCommand.Report;
import org.pris.triage.command.QualificationDraft;

@DisplayName("The table of a case")
class GuardsTest {

  @Test
  @DisplayName("lets monitoring begin once this engagement's tasks are known and done, or waived")
  void monitor() {
    var engaged = Examples.at(CaseStatus.ENGAGED, Severity.MINOR);
    var unheard = Examples.withTasks(engaged, Examples.progress(0, 0));
    var open = Examples.withTasks(engaged, Examples.progress(1, 2));

    assertThat(refusals(attempt(unheard, new Monitor(1L, null), Role.LEAD)))
        .extracting(Reason::code)
        .containsExactly("TASKS_NOT_LAID_OUT");
    assertThat(refusals(attempt(open, new Monitor(1L, null), Role.LEAD)))
        .extracting(Reason::code)
        .containsExactly("MANDATORY_TASKS_OPEN");
    assertThat(MACHINE.next(attempt(open, new Monitor(1L, "Nothing to evict"), Role.LEAD)))
        .isEqualTo(CaseStatus.MONITORING);
    assertThat(CaseTable.allowedActions(open, Examples.LEAD))
        .filteredOn(it -> it.action() == CaseAction.MONITOR)
        .allMatch(it -> !it.allowed() && it.waivable());
  }

  @Test
  @DisplayName("lets reporting begin once care is no longer degraded, or waived")
  void report() {
    var degraded =
        Examples.withCare(Examples.at(CaseStatus.MONITORING, Severity.MINOR), CareMode.DEGRADED);

    assertThat(refusals(attempt(degraded, new Report(1L, null), Role.LEAD)))
        .extracting(Reason::code)
        .containsExactly("CARE_STILL_DEGRADED");
    assertThat(MACHINE.next(attempt(degraded, new Report(1L, "Imaging comes last"), Role.LEAD)))
        .isEqualTo(CaseStatus.REPORTING);
  }

  @Test
  @DisplayName("names every reason why a case cannot be closed")
  void close() {
    var theCase =
        Examples.withTasks(
            Transitions.qualified(
                    Examples.received(), Examples.qualify(Severity.MINOR), Examples.NOW)
                .recalculated(Examples.RULES)
                .with(Examples.at(CaseStatus.REPORTING, Severity.MINOR).lifecycle()),
            Examples.progress(1, 2));
    var bare = new Close(1L, RootCause.UNKNOWN, null, null, null);

    assertThat(refusals(attempt(theCase, bare, Role.LEAD)))
        .extracting(Reason::code)
        .contains("LESSONS_OR_REFUSAL_NEEDED", "LEGAL_DEADLINE_OPEN", "MANDATORY_TASKS_OPEN");
  }

  @Test
  @DisplayName("reopens a case only to where it had been")
  void reopen() {
    var closed = Examples.at(CaseStatus.CLOSED, Severity.MINOR);
    var advised = closed.with(Lifecycle.received(Examples.NOW).to(CaseStatus.CLOSED, Examples.NOW));

    assertThat(refusals(attempt(advised, new Reopen(1L, "New trace", ReopenTo.ENGAGED), Role.LEAD)))
        .containsExactly(new Reason("NEVER_BEEN", "status", CaseStatus.ENGAGED));
    assertThat(MACHINE.next(attempt(advised, new Reopen(1L, "New trace", null), Role.LEAD)))
        .isEqualTo(CaseStatus.IN_TRIAGE);
  }

  @Test
  @DisplayName("asks for a ground to engage, and for a lead")
  void engage() {
    var theCase = Examples.at(CaseStatus.QUALIFIED, Severity.MAJOR);

    assertThat(refusals(attempt(theCase, new Engage(1L, null, null, null), Role.LEAD)))
        .extracting(Reason::code)
        .containsExactly("AGREEMENT_OR_EMERGENCY_AUTHORISATION_NEEDED", "LEAD_NEEDED");
  }

  @Test
  @DisplayName("engages a restricted case under a lead who is admitted to it")
  void leadAdmitted() {
    var theCase = Examples.at(CaseStatus.QUALIFIED, Severity.MAJOR);
    var restricted =
        theCase.with(
            new Access(
                theCase.access().establishments(),
                true,
                List.of("lead1"),
                EstablishmentSide.ALL,
                List.of()));

    assertThat(refusals(attempt(restricted, new Engage(1L, "lead2", "C-1", null), Role.LEAD)))
        .containsExactly(new Reason("NOT_ADMITTED", "people", List.of("lead2")));
    assertThat(MACHINE.next(attempt(restricted, new Engage(1L, "lead1", "C-1", null), Role.LEAD)))
        .isEqualTo(CaseStatus.ENGAGED);
  }

  @Test
  @DisplayName("takes a severity below the proposal only with a reason")
  void lowerSeverity() {
    var theCase = Examples.at(CaseStatus.IN_TRIAGE, Severity.MAJOR);
    var draft =
        new QualificationDraft(
            Severity.MINOR, Scope.EXTENDED, Level.HIGH, null, null, null, null, null, null);
    var command = draft.command(Severity.MINOR, IncidentType.RANSOMWARE);

    assertThat(refusals(attempt(theCase, command, Role.RESPONDER)))
        .containsExactly(new Reason("LOWER_SEVERITY_NEEDS_REASON", "proposed", Severity.MAJOR));
  }
}
