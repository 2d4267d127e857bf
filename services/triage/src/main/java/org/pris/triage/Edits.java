package org.pris.triage;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access;
import org.pris.contracts.Care;
import org.pris.contracts.CareLine;
import org.pris.contracts.CareMode;
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
import org.pris.triage.Edit.Assign;
import org.pris.triage.Edit.ChangeAccess;
import org.pris.triage.Edit.ChangeCare;

/** What an edit makes of a case; pure. */
final class Edits {

  /** Keeps a case under 64 kB: each has its own clocks. */
  static final int MOST_AFFECTED = 20;

  private Edits() {}

  static Change<Case> care(Case before, ChangeCare edit, Person by, Instant now, Deadlines rules) {
    open(before);
    var care = before.care();
    var lines = edit.lines() == null ? care.lines() : lines(edit, now);
    var mode = Objects.requireNonNullElse(edit.careMode(), care.careMode());
    var changed =
        new Care(
            Objects.requireNonNullElse(edit.patientHarm(), care.patientHarm()),
            atLeast(mode, lines),
            or(edit.plannedWhite(), care.plannedWhite()),
            or(edit.cancelledOperations(), care.cancelledOperations()),
            or(edit.transfers(), care.transfers()),
            lines,
            now);
    var after = before.with(changed).settled(rules).decided(now, 1);
    return told(after, new CaseCareChanged(after.state()), by);
  }

  static Change<Case> assignees(Case before, Assign edit, Person by, Instant now, Deadlines rules) {
    open(before);
    var people = edit.people().stream().distinct().toList();
    var team = new Team(people, edit.lead());
    var outside = team.outside(before.access());
    if (!outside.isEmpty()) {
      throw new RuleViolation(outside);
    }
    var after = before.with(team).settled(rules).decided(now, 1);
    return told(after, new CaseAssigned(after.state(), team.people(), team.lead()), by);
  }

  static Change<Case> affected(
      Case before, AffectedSite site, Person by, Instant now, Deadlines rules) {
    open(before);
    Transitions.past("since", site.since(), now);
    if (before.affected().stream().anyMatch(it -> it.finess().equals(site.finess()))) {
      throw new RuleViolation(new Reason("ALREADY_AFFECTED", "establishment", site.finess()));
    }
    if (before.affected().size() >= MOST_AFFECTED) {
      throw new RuleViolation(new Reason("TOO_MANY_AFFECTED", "most", MOST_AFFECTED));
    }
    var sites = Stream.concat(before.affected().stream(), Stream.of(site)).toList();
    var after = before.withAffected(sites).settled(rules).decided(now, 1);
    return told(after, new CaseAffected(after.state(), site.told()), by);
  }

  /** Whoever restricts a case stays inside, or leaves its lead inside: nobody locks it for good. */
  static Change<Case> access(
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
    var after = before.with(changed).settled(rules).decided(now, 1);
    return told(after, new CaseAccessChanged(after.state(), edit.reason()), by);
  }

  /** The mode of care as a whole is at least what its lines say. */
  static CareMode atLeast(CareMode mode, List<CareLine> lines) {
    return lines.stream()
        .map(it ->
            switch (it.state()) {
              case NORMAL, UNKNOWN -> mode;
              case DEGRADED, DIVERTED -> CareMode.DEGRADED;
              case STOPPED -> CareMode.INTERRUPTED;
            })
        .reduce(mode, Edits::worse);
  }

  private static CareMode worse(CareMode one, CareMode other) {
    var worst = List.of(CareMode.INTERRUPTED, CareMode.DEGRADED, CareMode.NORMAL, CareMode.UNKNOWN);
    if (one == CareMode.UNKNOWN && other == CareMode.NORMAL) {
      return one;
    }
    return worst.indexOf(one) <= worst.indexOf(other) ? one : other;
  }

  /** A case that ended takes no more edits, one that is being merged none meanwhile. */
  static void open(Case theCase) {
    if (!theCase.status().isOpen()) {
      throw ended(theCase);
    }
    notMerging(theCase);
  }

  static RuleViolation ended(Case theCase) {
    return new RuleViolation(new Reason("CASE_NOT_OPEN", "status", theCase.status()));
  }

  static void notMerging(Case theCase) {
    if (theCase.course().merging() != null) {
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
    return lines.stream().map(Edit.Line::told).toList();
  }

  private static <T> @Nullable T or(@Nullable T said, @Nullable T before) {
    return said == null ? before : said;
  }

  static Change<Case> told(Case after, CaseEvent event, Person by) {
    return new Change<>(after, List.of(event), Transitions.actor(by));
  }
}
