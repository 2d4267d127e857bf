package org.pris.triage;

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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.platform.Reason;
import org.pris.platform.RuleViolation;
import org.pris.triage.CaseCommand.Reopen;
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

/** What a case may do next: the whole table, and the only file that knows Spring Statemachine. */
@Component
class CaseMachine {

  /**
   * One line of the table.
   *
   * @param who LEAD: leads; RESPONDER: both
   * @param unlessLead what a responder needs beside, who is no lead; null where {@code who} says
   *     all
   */
  record Row(
      CaseStatus from,
      CaseAction action,
      CaseStatus to,
      Role who,
      @Nullable CaseRule unlessLead,
      List<CaseRule> rules) {

    /** Of the rows that share state and action: which one is meant, by the case or the command. */
    boolean isMeant(Attempt attempt) {
      return switch (action) {
        case RESUME -> attempt.theCase().course().heldFrom() == to;
        case REOPEN -> !(attempt.command() instanceof Reopen reopen) || reopen.target() == to;
        default -> true;
      };
    }

    List<Reason> forbids(Person by, Attempt attempt) {
      if (by.is(LEAD)) {
        return List.of();
      }
      if (by.is(RESPONDER) && unlessLead != null) {
        return unlessLead.refusals(attempt);
      }
      return by.is(who) ? List.of() : List.of(new Reason("ROLE_NEEDED", "role", who));
    }

    List<Reason> refuses(Attempt attempt) {
      return Stream.concat(Stream.of(CaseRule.NOT_MERGING), rules.stream())
          .flatMap(it -> it.refusals(attempt).stream())
          .distinct()
          .toList();
    }
  }

  static final List<Row> TABLE =
      Stream.of(
              Stream.of(
                  row(RECEIVED, CaseAction.TAKE, IN_TRIAGE, RESPONDER),
                  row(
                      IN_TRIAGE,
                      CaseAction.QUALIFY,
                      QUALIFIED,
                      RESPONDER,
                      CaseRule.LOWER_SEVERITY_REASONED),
                  row(IN_TRIAGE, CaseAction.REJECT, REJECTED, RESPONDER),
                  row(RECEIVED, CaseAction.MERGE, MERGED, RESPONDER, CaseRule.MERGEABLE),
                  row(IN_TRIAGE, CaseAction.MERGE, MERGED, RESPONDER, CaseRule.MERGEABLE),
                  row(QUALIFIED, CaseAction.MERGE, MERGED, RESPONDER, CaseRule.MERGEABLE),
                  row(ADVISED, CaseAction.MERGE, MERGED, RESPONDER, CaseRule.MERGEABLE),
                  row(ENGAGED, CaseAction.MERGE, MERGED, LEAD, CaseRule.MERGEABLE),
                  row(MERGED, CaseAction.UNMERGE, IN_TRIAGE, LEAD),
                  row(IN_TRIAGE, CaseAction.REDIRECT, REDIRECTED, RESPONDER, CaseRule.TAKEN_OVER),
                  row(QUALIFIED, CaseAction.REDIRECT, REDIRECTED, RESPONDER, CaseRule.TAKEN_OVER),
                  unlessLead(
                      CaseRule.EMERGENCY,
                      row(
                          QUALIFIED,
                          CaseAction.ENGAGE,
                          ENGAGED,
                          LEAD,
                          CaseRule.MANDATED,
                          CaseRule.LED)),
                  row(QUALIFIED, CaseAction.ADVISE, ADVISED, RESPONDER),
                  row(ADVISED, CaseAction.ESCALATE, QUALIFIED, RESPONDER),
                  row(
                      ENGAGED,
                      CaseAction.MONITOR,
                      MONITORING,
                      LEAD,
                      CaseRule.LAID_OUT,
                      CaseRule.ATTACKER_OUT),
                  row(ENGAGED, CaseAction.DISENGAGE, ADVISED, LEAD),
                  row(MONITORING, CaseAction.DISENGAGE, ADVISED, LEAD),
                  row(MONITORING, CaseAction.RELAPSE, ENGAGED, RESPONDER),
                  row(REPORTING, CaseAction.RELAPSE, ENGAGED, RESPONDER),
                  row(MONITORING, CaseAction.REPORT, REPORTING, LEAD, CaseRule.CARE_RESTORED),
                  row(
                      REPORTING,
                      CaseAction.CLOSE,
                      CLOSED,
                      LEAD,
                      CaseRule.LESSONS,
                      CaseRule.CLOCKS_SETTLED,
                      CaseRule.TASKS_DONE),
                  unlessLead(
                      CaseRule.AT_MOST_MINOR,
                      row(ADVISED, CaseAction.CLOSE, CLOSED, LEAD, CaseRule.CLOCKS_SETTLED))),
              holdable().map(it -> row(it, CaseAction.HOLD, ON_HOLD, RESPONDER)),
              holdable().map(it -> row(ON_HOLD, CaseAction.RESUME, it, RESPONDER)),
              Stream.of(CLOSED, REJECTED, REDIRECTED).flatMap(CaseMachine::reopenings))
          .flatMap(it -> it)
          .toList();

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
  CaseStatus next(Attempt attempt) {
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

  /** What the person may do with the case now, and why not the rest: from the same table. */
  static List<AllowedAction> allowedActions(Case theCase, Person by) {
    return Arrays.stream(CaseAction.values())
        .flatMap(it -> allowed(Attempt.asking(theCase, it, by)).stream())
        .toList();
  }

  private static Stream<Row> rows(Attempt attempt) {
    return TABLE.stream()
        .filter(it -> it.from() == attempt.theCase().status() && it.action() == attempt.action())
        .filter(it -> it.isMeant(attempt));
  }

  private static java.util.Optional<AllowedAction> allowed(Attempt attempt) {
    var rows = rows(attempt).toList();
    if (rows.isEmpty()) {
      return java.util.Optional.empty();
    }
    var open =
        rows.stream()
            .filter(it -> it.forbids(attempt.by(), attempt).isEmpty())
            .filter(it -> it.refuses(attempt).isEmpty())
            .map(Row::to)
            .toList();
    if (!open.isEmpty()) {
      return java.util.Optional.of(
          new AllowedAction(attempt.action(), true, List.of(), false, open));
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
    return java.util.Optional.of(
        new AllowedAction(attempt.action(), false, reasons, waivable, List.of()));
  }

  private static Reason unknown(Attempt attempt) {
    return new Reason(
        "NOT_FROM_THIS_STATUS",
        java.util.Map.of("status", attempt.theCase().status(), "action", attempt.action()));
  }

  private static Stream<CaseStatus> holdable() {
    return Arrays.stream(CaseStatus.values()).filter(it -> it.isOpen() && it != ON_HOLD);
  }

  private static Stream<Row> reopenings(CaseStatus from) {
    return Stream.of(
        row(from, CaseAction.REOPEN, IN_TRIAGE, LEAD),
        row(from, CaseAction.REOPEN, ENGAGED, LEAD, CaseRule.been(ENGAGED)),
        row(from, CaseAction.REOPEN, REPORTING, LEAD, CaseRule.been(REPORTING)));
  }

  private static Row row(
      CaseStatus from, CaseAction action, CaseStatus to, Role who, CaseRule... rules) {
    return new Row(from, action, to, who, null, List.of(rules));
  }

  private static Row unlessLead(CaseRule needed, Row row) {
    return new Row(row.from(), row.action(), row.to(), row.who(), needed, row.rules());
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
  private record Trial(Attempt attempt, List<Reason> forbidden, List<Reason> refused) {

    static final String KEY = "trial";

    static Trial of(MessageHeaders headers) {
      return Objects.requireNonNull(headers.get(KEY, Trial.class));
    }

    boolean passes(Row row) {
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
      for (var row : TABLE) {
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
