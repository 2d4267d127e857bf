package org.pris.triage.lifecycle;

import static org.pris.contracts.CaseStatus.RECEIVED;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.pris.contracts.CaseStatus;
import org.pris.platform.problem.Reason;
import org.pris.platform.problem.RuleViolation;
import org.pris.triage.command.CaseAction;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.config.EnableStateMachineFactory;
import org.springframework.statemachine.config.EnumStateMachineConfigurerAdapter;
import org.springframework.statemachine.config.StateMachineFactory;
import org.springframework.statemachine.config.builders.StateMachineConfigurationConfigurer;
import org.springframework.statemachine.config.builders.StateMachineStateConfigurer;
import org.springframework.statemachine.config.builders.StateMachineTransitionConfigurer;
import org.springframework.statemachine.support.DefaultStateMachineContext;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a case may do next, by {@link CaseTable}; the only file that knows Spring Statemachine. */
@Component
public class CaseMachine {

  private static final String TAKEN = "taken";

  private final StateMachineFactory<CaseStatus, CaseAction> machines;

  CaseMachine(StateMachineFactory<CaseStatus, CaseAction> machines) {
    this.machines = machines;
  }

  /**
   * Where an attempt leads the case.
   *
   * @throws AccessDeniedException where the person's roles do not allow it
   * @throws RuleViolation naming every reason, where the table or a rule refuses
   */
  public CaseStatus next(TransitionAttempt attempt) {
    var trial = new Trial(attempt, new ArrayList<>(), new ArrayList<>());
    var machine = at(attempt.theCase().status());
    machine
        .sendEvent(
            Mono.just(
                MessageBuilder.withPayload(attempt.action()).setHeader(Trial.KEY, trial).build()))
        .blockLast();
    var taken = machine.getExtendedState().getVariables().containsKey(TAKEN);
    var status = machine.getState().getId();
    machine.stopReactively().block();
    if (taken) {
      return status;
    }
    // the result type says ACCEPTED even where a guard refused, so the guards leave their reasons
    if (!trial.forbidden().isEmpty()) {
      throw new AccessDeniedException(trial.forbidden().getFirst().code());
    }
    throw new RuleViolation(
        trial.refused().isEmpty() ? List.of(unknown(attempt)) : trial.refused());
  }

  private static Reason unknown(TransitionAttempt attempt) {
    return new Reason(
        "NOT_FROM_THIS_STATUS",
        java.util.Map.of("status", attempt.theCase().status(), "action", attempt.action()));
  }

  private StateMachine<CaseStatus, CaseAction> at(CaseStatus status) {
    var machine = machines.getStateMachine();
    var here = new DefaultStateMachineContext<CaseStatus, CaseAction>(status, null, null, null);
    machine
        .getStateMachineAccessor()
        .doWithAllRegions(region -> region.resetStateMachineReactively(here).block());
    machine.startReactively().block();
    return machine;
  }

  /** Carried by the event, so that guards see the attempt and leave why they refuse. */
  private record Trial(TransitionAttempt attempt, List<Reason> forbidden, List<Reason> refused) {

    static final String KEY = "trial";

    static Trial of(MessageHeaders headers) {
      return Objects.requireNonNull(headers.get(KEY, Trial.class));
    }

    boolean passes(TransitionRow row) {
      if (!row.isMeant(attempt)) {
        return false;
      }
      var forbids = row.forbids(attempt.by(), attempt);
      var refuses = row.refuses(attempt);
      forbidden.addAll(forbids);
      refused.addAll(refuses);
      return forbids.isEmpty() && refuses.isEmpty();
    }
  }

  @Configuration
  @EnableStateMachineFactory
  static class Table extends EnumStateMachineConfigurerAdapter<CaseStatus, CaseAction> {

    @Override
    public void configure(StateMachineConfigurationConfigurer<CaseStatus, CaseAction> machine)
        throws Exception {
      machine.withConfiguration().autoStartup(false);
    }

    @Override
    public void configure(StateMachineStateConfigurer<CaseStatus, CaseAction> states)
        throws Exception {
      states.withStates().initial(RECEIVED).states(EnumSet.allOf(CaseStatus.class));
    }

    @Override
    public void configure(StateMachineTransitionConfigurer<CaseStatus, CaseAction> transitions)
        throws Exception {
      for (var row : CaseTable.ROWS) {
        transitions
            .withExternal()
            .source(row.from())
            .event(row.action())
            .target(row.to())
            .guard(it -> Trial.of(it.getMessageHeaders()).passes(row))
            .action(it -> it.getExtendedState().getVariables().put(TAKEN, true));
      }
    }
  }
}
