package org.pris.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pris.contracts.CareMode;
import org.pris.contracts.CaseEvent.DisengagementReason;
import org.pris.contracts.CaseEvent.RejectionReason;
import org.pris.contracts.CaseEvent.RootCause;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.contracts.Severity;
import org.pris.platform.Reason;
import org.pris.platform.RuleViolation;
import org.pris.triage.CaseCommand.Advise;
import org.pris.triage.CaseCommand.Call;
import org.pris.triage.CaseCommand.Close;
import org.pris.triage.CaseCommand.Disengage;
import org.pris.triage.CaseCommand.EmergencyAuthorisation;
import org.pris.triage.CaseCommand.Engage;
import org.pris.triage.CaseCommand.Escalate;
import org.pris.triage.CaseCommand.Hold;
import org.pris.triage.CaseCommand.Merge;
import org.pris.triage.CaseCommand.Monitor;
import org.pris.triage.CaseCommand.Redirect;
import org.pris.triage.CaseCommand.Reject;
import org.pris.triage.CaseCommand.Relapse;
import org.pris.triage.CaseCommand.Reopen;
import org.pris.triage.CaseCommand.ReopenTo;
import org.pris.triage.CaseCommand.Report;
import org.pris.triage.CaseCommand.Resume;
import org.pris.triage.CaseCommand.Take;
import org.pris.triage.CaseCommand.Unmerge;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.statemachine.config.StateMachineFactory;

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

  static CaseMachine machine;

  @BeforeAll
  @SuppressWarnings("unchecked")
  static void start() {
    var context = new AnnotationConfigApplicationContext(CaseMachine.Table.class);
    machine = new CaseMachine(context.getBean(StateMachineFactory.class));
  }

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
      assertThat(machine.next(attempt)).isEqualTo(cell.target());
    } else {
      assertThatThrownBy(() -> machine.next(attempt)).isInstanceOf(AccessDeniedException.class);
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
      assertThat(machine.next(attempt)).isEqualTo(cell.from());
    } else {
      assertThatThrownBy(() -> machine.next(attempt)).isInstanceOf(AccessDeniedException.class);
    }
  }

  @Test
  @DisplayName("offers exactly what it allows")
  void allowedActions() {
    for (var status : CaseStatus.values()) {
      var theCase =
          status == CaseStatus.ON_HOLD
              ? Examples.held(CaseStatus.ENGAGED, Severity.MINOR)
              : Examples.at(status, Severity.MINOR);
      for (var role : List.of(Role.RESPONDER, Role.LEAD)) {
        var offered =
            CaseTable.allowedActions(theCase, Examples.person("x", role)).stream()
                .filter(AllowedAction::allowed)
                .map(AllowedAction::action)
                .collect(Collectors.toSet());
        var allowed =
            commands()
                .filter(it -> passes(attempt(theCase, it, role)))
                .map(CaseCommand::action)
                .collect(Collectors.toSet());
        assertThat(offered).as("%s as %s", status, role).isEqualTo(allowed);
      }
    }
  }

  @Test
  @DisplayName("refuses everything between the first and the last step of a merge")
  void merging() {
    var source = Examples.at(CaseStatus.RECEIVED, Severity.MINOR);
    var under =
        new Course.Merging(source.id(), Examples.NOW, Transitions.actor(Examples.RESPONDER), null);
    var attempt =
        attempt(source.with(source.course().merging(under)), new Take(1L), Role.RESPONDER);

    assertThat(refusals(attempt)).extracting(Reason::code).containsExactly("MERGE_UNDER_WAY");
  }

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
    assertThat(machine.next(attempt(open, new Monitor(1L, "Nothing to evict"), Role.LEAD)))
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
    assertThat(machine.next(attempt(degraded, new Report(1L, "Imaging comes last"), Role.LEAD)))
        .isEqualTo(CaseStatus.REPORTING);
  }

  @Test
  @DisplayName("names every reason why a case cannot be closed")
  void close() {
    var theCase =
        Examples.withTasks(
            Transitions.qualified(
                    Examples.received(), Examples.qualify(Severity.MINOR), Examples.NOW)
                .settled(Examples.RULES)
                .with(Examples.at(CaseStatus.REPORTING, Severity.MINOR).course()),
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
    var advised = closed.with(Course.received(Examples.NOW).to(CaseStatus.CLOSED, Examples.NOW));

    assertThat(refusals(attempt(advised, new Reopen(1L, "New trace", ReopenTo.ENGAGED), Role.LEAD)))
        .containsExactly(new Reason("NEVER_BEEN", "status", CaseStatus.ENGAGED));
    assertThat(machine.next(attempt(advised, new Reopen(1L, "New trace", null), Role.LEAD)))
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
            new org.pris.contracts.Access(
                theCase.access().establishments(),
                true,
                List.of("lead1"),
                org.pris.contracts.Access.EstablishmentSide.ALL,
                List.of()));

    assertThat(refusals(attempt(restricted, new Engage(1L, "lead2", "C-1", null), Role.LEAD)))
        .containsExactly(new Reason("NOT_ADMITTED", "people", List.of("lead2")));
    assertThat(machine.next(attempt(restricted, new Engage(1L, "lead1", "C-1", null), Role.LEAD)))
        .isEqualTo(CaseStatus.ENGAGED);
  }

  @Test
  @DisplayName("parts two cases from the end of their chain")
  void chain() {
    var target = Examples.received();
    var source = Examples.received();
    var merged = source.with(source.course().merged(target, Examples.NOW));
    var gone = target.with(target.course().merged(Examples.received(), Examples.NOW));
    var undo = new Unmerge(1L, "Another cause");

    assertThat(refusals(new Attempt(merged, CaseAction.UNMERGE, undo, Examples.LEAD, gone)))
        .containsExactly(new Reason("TARGET_NOT_OPEN", "status", CaseStatus.MERGED));
  }

  @Test
  @DisplayName("takes a severity below the proposal only with a reason")
  void lowerSeverity() {
    var theCase = Examples.at(CaseStatus.IN_TRIAGE, Severity.MAJOR);
    var draft =
        new QualificationDraft(
            Severity.MINOR,
            org.pris.contracts.Scope.EXTENDED,
            org.pris.contracts.Level.HIGH,
            null,
            null,
            null,
            null,
            null,
            null);
    var command = draft.command(Severity.MINOR, org.pris.contracts.IncidentType.RANSOMWARE);

    assertThat(refusals(attempt(theCase, command, Role.RESPONDER)))
        .containsExactly(new Reason("LOWER_SEVERITY_NEEDS_REASON", "proposed", Severity.MAJOR));
  }

  @Test
  @DisplayName("merges neither into itself, nor into another legal entity, nor into what ended")
  void merge() {
    var source = Examples.received();
    var other =
        Examples.received()
            .withAffected(
                List.of(
                    AffectedSite.of(
                        Facts.establishment("990000028", "990000999"),
                        org.pris.contracts.RegulatoryProfile.UNKNOWN,
                        Examples.NOW,
                        Examples.NOW)));
    var ended = Examples.at(CaseStatus.CLOSED, Severity.MINOR);

    assertThat(refusals(merging(source, source))).containsExactly(new Reason("MERGE_INTO_ITSELF"));
    assertThat(refusals(merging(source, other))).containsExactly(new Reason("OTHER_LEGAL_ENTITY"));
    assertThat(refusals(merging(source, ended)))
        .containsExactly(new Reason("TARGET_NOT_OPEN", "status", CaseStatus.CLOSED));
  }

  private static Attempt merging(Case source, Case target) {
    return new Attempt(
        source, CaseAction.MERGE, new Merge(1L, target.id()), Examples.RESPONDER, target);
  }

  private static boolean passes(Attempt attempt) {
    try {
      machine.next(attempt);
      return true;
    } catch (RuleViolation | AccessDeniedException refused) {
      return false;
    }
  }

  private static List<Reason> refusals(Attempt attempt) {
    return catchThrowableOfType(RuleViolation.class, () -> machine.next(attempt)).reasons();
  }

  private static Attempt attempt(Case theCase, CaseCommand command, Role role) {
    Person by = Examples.person("somebody", role);
    return new Attempt(theCase, command.action(), command, by, Examples.received());
  }

  /** Each action with all that its guard needs. */
  static Stream<CaseCommand> commands() {
    var emergency =
        new EmergencyAuthorisation("N", "Director", "+33100000000", "Isolate", Examples.NOW);
    return Stream.of(
        new Take(1L),
        Examples.qualify(Severity.MAJOR),
        new Reject(1L, RejectionReason.TEST, "A test"),
        new Merge(1L, java.util.UUID.randomUUID()),
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
