package org.pris.triage.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pris.triage.lifecycle.Moves.MACHINE;
import static org.pris.triage.lifecycle.Moves.attempt;
import static org.pris.triage.lifecycle.Moves.commands;
import static org.pris.triage.lifecycle.Moves.refusals;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Role;
import org.pris.contracts.Severity;
import org.pris.platform.problem.Reason;
import org.pris.triage.Examples;
import org.pris.triage.command.CaseCommand;
import org.pris.triage.command.CaseCommand.Engage;
import org.pris.triage.command.CaseCommand.Reopen;
import org.pris.triage.command.CaseCommand.Resume;
import org.springframework.security.access.AccessDeniedException;

/** The table of product rules, written once more and by hand: the machine must say the same. */
@DisplayName("The table of a case")
class CaseTableTest {

  /**
   * from, action, to, who; RESPONDER means leads too, LEAD? a lead or, on conditions, a responder.
   */
  static final Set<String> EXPECTED =
      """
      RECEIVED take IN_TRIAGE RESPONDER
      IN_TRIAGE qualify QUALIFIED RESPONDER
      IN_TRIAGE reject REJECTED RESPONDER
      RECEIVED merge MERGED RESPONDER
      IN_TRIAGE merge MERGED RESPONDER
      QUALIFIED merge MERGED RESPONDER
      ADVISED merge MERGED RESPONDER
      ENGAGED merge MERGED LEAD
      MERGED unmerge IN_TRIAGE LEAD
      IN_TRIAGE redirect REDIRECTED RESPONDER
      QUALIFIED redirect REDIRECTED RESPONDER
      QUALIFIED engage ENGAGED LEAD?
      QUALIFIED advise ADVISED RESPONDER
      ADVISED escalate QUALIFIED RESPONDER
      ENGAGED monitor MONITORING LEAD
      ENGAGED disengage ADVISED LEAD
      MONITORING disengage ADVISED LEAD
      MONITORING relapse ENGAGED RESPONDER
      REPORTING relapse ENGAGED RESPONDER
      MONITORING report REPORTING LEAD
      REPORTING close CLOSED LEAD
      ADVISED close CLOSED LEAD?
      RECEIVED hold ON_HOLD RESPONDER
      IN_TRIAGE hold ON_HOLD RESPONDER
      QUALIFIED hold ON_HOLD RESPONDER
      ADVISED hold ON_HOLD RESPONDER
      ENGAGED hold ON_HOLD RESPONDER
      MONITORING hold ON_HOLD RESPONDER
      REPORTING hold ON_HOLD RESPONDER
      CLOSED reopen IN_TRIAGE LEAD
      CLOSED reopen ENGAGED LEAD
      CLOSED reopen REPORTING LEAD
      REJECTED reopen IN_TRIAGE LEAD
      REJECTED reopen ENGAGED LEAD
      REJECTED reopen REPORTING LEAD
      REDIRECTED reopen IN_TRIAGE LEAD
      REDIRECTED reopen ENGAGED LEAD
      REDIRECTED reopen REPORTING LEAD
      """
          .lines()
          .collect(Collectors.toSet());

  record Cell(CaseStatus from, CaseCommand command, Role role, Severity severity) {

    @Override
    public String toString() {
      return "%s %s%s as %s, %s"
          .formatted(
              from,
              command.action().word(),
              command instanceof Reopen it ? " to " + it.target() : "",
              role,
              severity);
    }

    /** What the table above says: where to, or null; and whether only the role is in the way. */
    boolean is(String who) {
      return Arrays.stream(CaseStatus.values()).anyMatch(it -> EXPECTED.contains(line(it, who)));
    }

    CaseStatus target() {
      return Arrays.stream(CaseStatus.values())
          .filter(it ->
              Stream.of("RESPONDER", "LEAD", "LEAD?")
                  .anyMatch(who -> EXPECTED.contains(line(it, who))))
          .filter(it -> !(command instanceof Reopen reopen) || reopen.target() == it)
          .findFirst()
          .orElseThrow();
    }

    private String line(CaseStatus to, String who) {
      return "%s %s %s %s".formatted(from, command.action().word(), to, who);
    }
  }

  static Stream<Cell> cells() {
    return Arrays.stream(CaseStatus.values())
        .filter(it -> it != CaseStatus.ON_HOLD) // its cells stand below, by where it was held from
        .flatMap(from ->
            commands()
                .flatMap(command ->
                    Arrays.stream(Role.values())
                        .flatMap(role ->
                            Stream.of(Severity.MINOR, Severity.MAJOR)
                                .map(it -> new Cell(from, command, role, it)))));
  }

  @ParameterizedTest
  @MethodSource("cells")
  @DisplayName("holds in every cell of state, action and role")
  void everyCell(Cell cell) {
    var theCase = Examples.at(cell.from(), cell.severity());
    var attempt = attempt(theCase, cell.command(), cell.role());
    if (!cell.is("RESPONDER") && !cell.is("LEAD") && !cell.is("LEAD?")) {
      assertThat(refusals(attempt))
          .extracting(Reason::code)
          .containsExactly("NOT_FROM_THIS_STATUS");
    } else if (admits(cell)) {
      assertThat(MACHINE.next(attempt)).isEqualTo(cell.target());
    } else {
      assertThatThrownBy(() -> MACHINE.next(attempt)).isInstanceOf(AccessDeniedException.class);
    }
  }

  private static boolean admits(Cell cell) {
    return switch (cell.role()) {
      case LEAD -> true;
      case RESPONDER ->
          cell.is("RESPONDER")
              || (cell.is("LEAD?")
                  && switch (cell.command()) {
                    case Engage engage ->
                        engage.emergencyAuthorisation() != null
                            && cell.severity() == Severity.MAJOR;
                    default -> cell.severity() == Severity.MINOR;
                  });
      case DECLARANT, AUTHORITY, ADMIN, REPORTER -> false;
    };
  }

  record HeldCell(CaseStatus from, CaseCommand command, Role role) {}

  static Stream<HeldCell> heldCells() {
    return Arrays.stream(CaseStatus.values())
        .filter(it -> it.isOpen() && it != CaseStatus.ON_HOLD)
        .flatMap(from ->
            commands()
                .flatMap(command ->
                    Arrays.stream(Role.values()).map(role -> new HeldCell(from, command, role))));
  }

  @ParameterizedTest
  @MethodSource("heldCells")
  @DisplayName("lets a case on hold go back to where it was held from, and nowhere else")
  void everyHeldCell(HeldCell cell) {
    var attempt = attempt(Examples.held(cell.from(), Severity.MINOR), cell.command(), cell.role());
    if (!(cell.command() instanceof Resume)) {
      assertThat(refusals(attempt))
          .extracting(Reason::code)
          .containsExactly("NOT_FROM_THIS_STATUS");
    } else if (cell.role() == Role.LEAD || cell.role() == Role.RESPONDER) {
      assertThat(MACHINE.next(attempt)).isEqualTo(cell.from());
    } else {
      assertThatThrownBy(() -> MACHINE.next(attempt)).isInstanceOf(AccessDeniedException.class);
    }
  }
}
