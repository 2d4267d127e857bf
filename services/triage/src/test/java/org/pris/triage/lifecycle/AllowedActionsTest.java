package org.pris.triage.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.triage.lifecycle.Moves.MACHINE;
import static org.pris.triage.lifecycle.Moves.attempt;
import static org.pris.triage.lifecycle.Moves.commands;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Role;
import org.pris.contracts.Severity;
import org.pris.platform.problem.RuleViolation;
import org.pris.triage.Examples;
import org.pris.triage.command.CaseCommand;
import org.springframework.security.access.AccessDeniedException;

@DisplayName("The table of a case")
class AllowedActionsTest {

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

  private static boolean passes(TransitionAttempt attempt) {
    try {
      MACHINE.next(attempt);
      return true;
    } catch (RuleViolation | AccessDeniedException refused) {
      return false;
    }
  }
}
