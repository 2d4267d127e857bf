package org.pris.triage.edit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.pris.contracts.Access;
import org.pris.contracts.CaseEvent;
import org.pris.contracts.CaseEvent.CaseAccessChanged;
import org.pris.contracts.CaseEvent.CaseAffected;
import org.pris.contracts.CaseEvent.CaseAssigned;
import org.pris.contracts.CaseEvent.CaseCareChanged;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Person;
import org.pris.platform.outbox.Change;
import org.pris.platform.problem.InstantRules;
import org.pris.platform.problem.Invalid;
import org.pris.platform.problem.Reason;
import org.pris.platform.problem.RuleViolation;
import org.pris.triage.AffectedSite;
import org.pris.triage.Case;
import org.pris.triage.command.CaseEdit.Admit;
import org.pris.triage.command.CaseEdit.Assign;
import org.pris.triage.command.CaseEdit.ChangeAccess;
import org.pris.triage.command.CaseEdit.ChangeCare;
import org.pris.triage.deadline.Deadlines;
import org.pris.triage.lifecycle.FallRules;
import org.pris.triage.lifecycle.Transitions;

/** What an edit makes of a case; pure. */
public final class CaseEdits {

  private static final int MOST_ADMITTED = 100;

  private CaseEdits() {}

  public static Change<Case> care(
      Case before, ChangeCare edit, Person by, Instant now, Deadlines rules) {
    open(before);
    var care = CareEdit.of(before, edit, now);
    var fallen = FallRules.care(before.care(), care.patientHarm(), care.careMode(), edit.reason());
    if (!fallen.isEmpty()) {
      throw new RuleViolation(fallen);
    }
    var after = before.with(care).recalculated(rules).withCommandEvents(now, 1);
    return told(after, new CaseCareChanged(after.state(), edit.reason()), by);
  }

  public static Change<Case> assignees(
      Case before, Assign edit, Person by, Instant now, Deadlines rules) {
    open(before);
    var team = before.team().changed(edit.people(), edit.lead());
    if (team.lead() == null && before.lifecycle().isEngaged()) {
      throw new RuleViolation(new Reason("LEAD_NEEDED"));
    }
    if (team.isEmpty() && !before.team().isEmpty() && !Boolean.TRUE.equals(edit.confirmed())) {
      throw new RuleViolation(new Reason("LAST_PERSON"));
    }
    var outside = team.outside(before.access());
    if (!outside.isEmpty()) {
      throw new RuleViolation(outside);
    }
    var after = before.with(team).recalculated(rules).withCommandEvents(now, 1);
    return told(after, new CaseAssigned(after.state(), team.people(), team.lead()), by);
  }

  public static Change<Case> affected(
      Case before, AffectedSite site, boolean correction, Person by, Instant now, Deadlines rules) {
    open(before);
    InstantRules.past("since", site.since(), now);
    var sites = correction ? corrected(before, site) : added(before, site.joined(now));
    var after = before.withAffected(sites).recalculated(rules).withCommandEvents(now, 1);
    return told(after, new CaseAffected(after.state(), site.told()), by);
  }

  private static List<AffectedSite> added(Case before, AffectedSite site) {
    if (before.affected().stream().anyMatch(it -> it.finess().equals(site.finess()))) {
      throw new RuleViolation(new Reason("ALREADY_AFFECTED", "establishment", site.finess()));
    }
    if (before.affected().size() >= AffectedSite.MOST) {
      throw new RuleViolation(new Reason("TOO_MANY_AFFECTED", "most", AffectedSite.MOST));
    }
    return Stream.concat(before.affected().stream(), Stream.of(site)).toList();
  }

  private static List<AffectedSite> corrected(Case before, AffectedSite site) {
    if (before.affected().stream().noneMatch(it -> it.finess().equals(site.finess()))) {
      throw new RuleViolation(new Reason("NOT_AFFECTED", "establishment", site.finess()));
    }
    return before.affected().stream()
        .map(it -> it.finess().equals(site.finess()) ? it.corrected(site.since()) : it)
        .toList();
  }

  /** Whoever restricts a case stays inside, or leaves its lead inside: nobody locks it for good. */
  public static Change<Case> access(
      Case before, ChangeAccess edit, Person by, Instant now, Deadlines rules) {
    reachable(before);
    var was = before.access();
    var changed =
        new Access(
            was.establishments(),
            Objects.requireNonNullElse(edit.restricted(), was.restricted()),
            Objects.requireNonNullElse(edit.people(), was.people()).stream().distinct().toList(),
            Objects.requireNonNullElse(edit.establishmentSide(), was.establishmentSide()),
            Objects.requireNonNullElse(edit.establishmentPeople(), was.establishmentPeople())
                .stream()
                .distinct()
                .toList());
    var lead = before.team().lead();
    var keyed =
        changed.people().contains(by.subject())
            || (lead != null && changed.people().contains(lead));
    if (changed.restricted() && !keyed) {
      throw new Invalid("people", "must hold you or the lead of the case");
    }
    return accessed(before, changed, edit.reason(), by, now, rules);
  }

  /** The case is open to one more. */
  public static Change<Case> admitted(
      Case before, Admit edit, Person by, Instant now, Deadlines rules) {
    reachable(before);
    var was = before.access();
    if (!was.restricted() || was.people().contains(edit.person())) {
      throw new RuleViolation(new Reason("ADMITTED_ALREADY"));
    }
    if (was.people().size() >= MOST_ADMITTED) {
      throw new RuleViolation(new Reason("TOO_MANY_ADMITTED", "most", MOST_ADMITTED));
    }
    var people = Stream.concat(was.people().stream(), Stream.of(edit.person())).toList();
    var changed =
        new Access(
            was.establishments(), true, people, was.establishmentSide(), was.establishmentPeople());
    return accessed(before, changed, edit.reason(), by, now, rules);
  }

  private static Change<Case> accessed(
      Case before, Access changed, String reason, Person by, Instant now, Deadlines rules) {
    var after = before.with(changed).recalculated(rules).withCommandEvents(now, 1);
    return told(after, new CaseAccessChanged(after.state(), reason), by);
  }

  /** A merged case is seen by those who see what it was merged into. */
  private static void reachable(Case theCase) {
    notMerging(theCase);
    if (theCase.status() == CaseStatus.MERGED) {
      throw ended(theCase);
    }
  }

  /** A case that ended takes no more edits, one that is being merged none meanwhile. */
  public static void open(Case theCase) {
    if (!theCase.status().isOpen()) {
      throw ended(theCase);
    }
    notMerging(theCase);
  }

  public static RuleViolation ended(Case theCase) {
    return new RuleViolation(new Reason("CASE_NOT_OPEN", "status", theCase.status()));
  }

  public static void notMerging(Case theCase) {
    if (theCase.lifecycle().merging() != null) {
      throw new RuleViolation(new Reason("MERGE_UNDER_WAY"));
    }
  }

  public static Change<Case> told(Case after, CaseEvent event, Person by) {
    return new Change<>(after, List.of(event), Transitions.actor(by));
  }
}
