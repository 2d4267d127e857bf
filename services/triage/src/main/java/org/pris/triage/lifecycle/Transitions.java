package org.pris.triage.lifecycle;

import java.time.Duration;
import java.time.Instant;
import org.pris.contracts.Care;
import org.pris.contracts.CareMode;
import org.pris.contracts.CaseEvent;
import org.pris.contracts.CaseEvent.CaseAdvised;
import org.pris.contracts.CaseEvent.CaseClosed;
import org.pris.contracts.CaseEvent.CaseDisengaged;
import org.pris.contracts.CaseEvent.CaseEngaged;
import org.pris.contracts.CaseEvent.CaseEscalated;
import org.pris.contracts.CaseEvent.CaseHeld;
import org.pris.contracts.CaseEvent.CaseMonitored;
import org.pris.contracts.CaseEvent.CaseQualified;
import org.pris.contracts.CaseEvent.CaseRedirected;
import org.pris.contracts.CaseEvent.CaseRejected;
import org.pris.contracts.CaseEvent.CaseRelapsed;
import org.pris.contracts.CaseEvent.CaseReopened;
import org.pris.contracts.CaseEvent.CaseReported;
import org.pris.contracts.CaseEvent.CaseResumed;
import org.pris.contracts.CaseEvent.CaseTaken;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.platform.outbox.Change;
import org.pris.platform.problem.InstantRules;
import org.pris.triage.CareModes;
import org.pris.triage.Case;
import org.pris.triage.Lifecycle;
import org.pris.triage.SeverityProposal;
import org.pris.triage.command.CaseCommand;
import org.pris.triage.command.CaseCommand.Advise;
import org.pris.triage.command.CaseCommand.Close;
import org.pris.triage.command.CaseCommand.Disengage;
import org.pris.triage.command.CaseCommand.Engage;
import org.pris.triage.command.CaseCommand.Escalate;
import org.pris.triage.command.CaseCommand.Hold;
import org.pris.triage.command.CaseCommand.Merge;
import org.pris.triage.command.CaseCommand.Monitor;
import org.pris.triage.command.CaseCommand.Qualify;
import org.pris.triage.command.CaseCommand.Redirect;
import org.pris.triage.command.CaseCommand.Reject;
import org.pris.triage.command.CaseCommand.Relapse;
import org.pris.triage.command.CaseCommand.Reopen;
import org.pris.triage.command.CaseCommand.Report;
import org.pris.triage.command.CaseCommand.Resume;
import org.pris.triage.command.CaseCommand.Take;
import org.pris.triage.command.CaseCommand.Unmerge;
import org.pris.triage.deadline.Deadlines;

/** What a transition makes of a case, once the machine has said where it leads; pure. */
public final class Transitions {

  private static final Duration CONFIRMED_WITHIN = Duration.ofDays(2);

  private Transitions() {}

  public static Change<Case> of(
      Case before, CaseCommand command, CaseStatus next, Person by, Instant now, Deadlines rules) {
    var after = moved(before, command, next, by, now).recalculated(rules).withCommandEvents(now, 1);
    return new Change<>(after, java.util.List.of(told(before, after, command)), actor(by));
  }

  public static org.pris.contracts.Actor actor(Person by) {
    return by.as(null, Role.LEAD, Role.RESPONDER);
  }

  private static Case moved(Case it, CaseCommand command, CaseStatus next, Person by, Instant now) {
    var to = it.lifecycle().to(next, now);
    return switch (command) {
      case Take _ -> it.with(to).with(it.team().with(by));
      case Qualify as -> qualified(it.with(to), as, now);
      case Engage on ->
          it.with(it.lifecycle().engaged(now, mandate(on, now))).with(it.team().ledBy(on.lead()));
      case Hold hold -> {
        InstantRules.future("until", hold.until(), now);
        yield it.with(it.lifecycle().held(now, hold.until()));
      }
      case Redirect redirect -> {
        InstantRules.past(
            "accepted.at", redirect.accepted() == null ? null : redirect.accepted().at(), now);
        InstantRules.past("call.at", redirect.call() == null ? null : redirect.call().at(), now);
        yield it.with(to);
      }
      case Merge _, Unmerge _ -> throw new IllegalStateException("A merge has steps of its own");
      case Reject _,
          Advise _,
          Escalate _,
          Monitor _,
          Disengage _,
          Relapse _,
          Report _,
          Close _,
          Resume _,
          Reopen _ ->
          it.with(to);
    };
  }

  private static CaseEvent told(Case before, Case after, CaseCommand command) {
    var state = after.state();
    return switch (command) {
      case Take _ -> new CaseTaken(state);
      case Qualify as -> qualified(before, after, as);
      case Reject it -> new CaseRejected(state, it.reason(), it.comment());
      case Merge _, Unmerge _ -> throw new IllegalStateException("A merge has steps of its own");
      case Redirect it -> new CaseRedirected(state, it.recipient());
      case Engage it -> engaged(after, it);
      case Advise it -> new CaseAdvised(state, it.advice());
      case Escalate it -> new CaseEscalated(state, it.reason());
      case Monitor it -> new CaseMonitored(state, it.waiver());
      case Disengage it -> new CaseDisengaged(state, it.reason(), it.handover());
      case Relapse it -> new CaseRelapsed(state, it.reason());
      case Report it -> new CaseReported(state, it.waiver());
      case Close it ->
          new CaseClosed(state, it.rootCause(), it.summary(), it.lessons(), it.lessonsRefused());
      case Hold it -> new CaseHeld(state, it.reason(), it.until());
      case Resume _ -> new CaseResumed(state);
      case Reopen it -> new CaseReopened(state, it.reason());
    };
  }

  private static CaseQualified qualified(Case before, Case after, Qualify as) {
    return new CaseQualified(
        after.state(),
        as.severity(),
        proposal(before, as).severity(),
        as.scope(),
        as.impact(),
        as.urgency(),
        as.personalData(),
        as.reason());
  }

  /** What the rules propose for these answers. */
  static SeverityProposal proposal(Case it, Qualify as) {
    return SeverityProposal.of(
        as.scope(),
        as.impact(),
        as.urgency(),
        as.patientHarm(),
        as.careMode() == CareMode.INTERRUPTED || SeverityProposal.vitalServiceDown(it));
  }

  public static Case qualified(Case it, Qualify as, Instant now) {
    return it.with(it.assessment().qualified(as, now)).with(care(it, as, now));
  }

  private static CaseEngaged engaged(Case after, Engage on) {
    var emergency = on.emergencyAuthorisation();
    return new CaseEngaged(
        after.state(),
        after.assessment().incidentType(),
        after.lifecycle().engagement(),
        on.agreement(),
        emergency != null,
        emergency == null ? null : emergency.scope());
  }

  private static Care care(Case it, Qualify as, Instant now) {
    var care = it.care();
    return new Care(
        as.patientHarm(),
        CareModes.atLeast(as.careMode(), care.lines()),
        care.plannedWhite(),
        care.cancelledOperations(),
        care.transfers(),
        care.lines(),
        now);
  }

  private static Lifecycle.Mandate mandate(Engage on, Instant now) {
    var emergency = on.emergencyAuthorisation();
    InstantRules.past("emergencyAuthorisation.at", emergency == null ? null : emergency.at(), now);
    return new Lifecycle.Mandate(
        on.agreement(),
        emergency,
        emergency == null ? null : emergency.at().plus(CONFIRMED_WITHIN));
  }
}
