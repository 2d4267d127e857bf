package org.pris.triage.edit;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access;
import org.pris.contracts.Care;
import org.pris.contracts.CareLine;
import org.pris.contracts.CaseEvent;
import org.pris.contracts.CaseEvent.CaseAccessChanged;
import org.pris.contracts.CaseEvent.CaseAffected;
import org.pris.contracts.CaseEvent.CaseAssigned;
import org.pris.contracts.CaseEvent.CaseCareChanged;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Person;
import org.pris.platform.outbox.Change;
import org.pris.platform.problem.Invalid;
import org.pris.platform.problem.Reason;
import org.pris.platform.problem.RuleViolation;
import org.pris.triage.AffectedSite;
import org.pris.triage.CareModes;
import org.pris.triage.Case;
import org.pris.triage.Team;
import org.pris.triage.command.CaseEdit;
import org.pris.triage.command.CaseEdit.Assign;
import org.pris.triage.command.CaseEdit.ChangeAccess;
import org.pris.triage.command.CaseEdit.ChangeCare;
import org.pris.triage.deadline.Deadlines;
import org.pris.triage.lifecycle.Transitions;

/** What an edit makes of a case; pure. */
public final class CaseEdits {

  private CaseEdits() {}

  public static Change<Case> care(
      Case before, ChangeCare edit, Person by, Instant now, Deadlines rules) {
    open(before);
    var care = before.care();
    var lines = edit.lines() == null ? care.lines() : lines(edit, now);
    var mode = Objects.requireNonNullElse(edit.careMode(), care.careMode());
    var changed =
        new Care(
            Objects.requireNonNullElse(edit.patientHarm(), care.patientHarm()),
            CareModes.atLeast(mode, lines),
            or(edit.plannedWhite(), care.plannedWhite()),
            or(edit.cancelledOperations(), care.cancelledOperations()),
            or(edit.transfers(), care.transfers()),
            lines,
            now);
    var after = before.with(changed).recalculated(rules).withCommandEvents(now, 1);
    return told(after, new CaseCareChanged(after.state()), by);
  }

  public static Change<Case> assignees(
      Case before, Assign edit, Person by, Instant now, Deadlines rules) {
    open(before);
    var people = edit.people().stream().distinct().toList();
    var team = new Team(people, edit.lead());
    var outside = team.outside(before.access());
    if (!outside.isEmpty()) {
      throw new RuleViolation(outside);
    }
    var after = before.with(team).recalculated(rules).withCommandEvents(now, 1);
    return told(after, new CaseAssigned(after.state(), team.people(), team.lead()), by);
  }

  public static Change<Case> affected(
      Case before, AffectedSite site, Person by, Instant now, Deadlines rules) {
    open(before);
    Transitions.past("since", site.since(), now);
    if (before.affected().stream().anyMatch(it -> it.finess().equals(site.finess()))) {
      throw new RuleViolation(new Reason("ALREADY_AFFECTED", "establishment", site.finess()));
    }
    if (before.affected().size() >= AffectedSite.MOST) {
      throw new RuleViolation(new Reason("TOO_MANY_AFFECTED", "most", AffectedSite.MOST));
    }
    var sites = Stream.concat(before.affected().stream(), Stream.of(site)).toList();
    var after = before.withAffected(sites).recalculated(rules).withCommandEvents(now, 1);
    return told(after, new CaseAffected(after.state(), site.told()), by);
  }

  /** Whoever restricts a case stays inside, or leaves its lead inside: nobody locks it for good. */
  public static Change<Case> access(
      Case before, ChangeAccess edit, Person by, Instant now, Deadlines rules) {
    notMerging(before);
    if (before.status() == CaseStatus.MERGED) {
      throw ended(before); // it is seen by those who see what it was merged into
    }
    var lead = before.team().lead();
    var keyed =
        edit.people().contains(by.username()) || (lead != null && edit.people().contains(lead));
    if (edit.restricted() && !keyed) {
      throw new Invalid("people", "must hold you or the lead of the case");
    }
    var changed =
        new Access(
            before.access().establishments(),
            edit.restricted(),
            edit.people().stream().distinct().toList(),
            edit.establishmentSide(),
            edit.establishmentPeople().stream().distinct().toList());
    var after = before.with(changed).recalculated(rules).withCommandEvents(now, 1);
    return told(after, new CaseAccessChanged(after.state(), edit.reason()), by);
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

  private static List<CareLine> lines(ChangeCare edit, Instant now) {
    var seen = new HashSet<>();
    var lines = Objects.requireNonNull(edit.lines());
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (!seen.add(line.line())) {
        throw new Invalid("lines[" + i + "].line", "stands there twice");
      }
      Transitions.past("lines[" + i + "].since", line.since(), now);
    }
    return lines.stream().map(CaseEdit.Line::told).toList();
  }

  private static <T> @Nullable T or(@Nullable T said, @Nullable T before) {
    return said == null ? before : said;
  }

  public static Change<Case> told(Case after, CaseEvent event, Person by) {
    return new Change<>(after, List.of(event), Transitions.actor(by));
  }
}
