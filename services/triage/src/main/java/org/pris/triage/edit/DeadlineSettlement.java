package org.pris.triage.edit;

import static org.pris.contracts.DeadlineStatus.MET;
import static org.pris.contracts.DeadlineStatus.MET_LATE;
import static org.pris.triage.lifecycle.CaseRule.isBlank;

import java.time.Instant;
import java.util.Objects;
import org.pris.contracts.CaseEvent.CaseDeadlineChanged;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Deadline;
import org.pris.contracts.DeadlineKind;
import org.pris.contracts.Person;
import org.pris.platform.outbox.Change;
import org.pris.platform.problem.InstantRules;
import org.pris.platform.problem.Invalid;
import org.pris.platform.problem.Reason;
import org.pris.platform.problem.RuleViolation;
import org.pris.triage.Case;
import org.pris.triage.command.CaseEdit.ChangeDeadline;
import org.pris.triage.deadline.CaseDeadline;
import org.pris.triage.deadline.Deadlines;

/** A person says how a clock stands; pure. */
public final class DeadlineSettlement {

  private DeadlineSettlement() {}

  public static Change<Case> of(
      Case before, ChangeDeadline edit, Person by, Instant now, Deadlines rules) {
    var clock =
        Deadlines.find(before.deadlines(), edit.establishment(), edit.regime())
            .orElseThrow(() -> new Invalid("regime", "no such clock for this establishment"));
    var whole = whole(clock, edit);
    open(before, clock, whole);
    complete(whole, now);
    InstantRules.notBefore("at", whole.at(), clock.deadline().t0());
    truthful(clock.deadline(), whole);
    var settled =
        Deadlines.settled(clock.deadline(), whole.status(), whole.at(), whole.reference());
    var changed = new CaseDeadline(settled, isPartial(whole), whole.reason(), by.subject());
    var all = before.deadlines().stream().map(it -> it.equals(clock) ? changed : it).toList();
    var after = before.withDeadlines(all).recalculated(rules).withCommandEvents(now, 1);
    return CaseEdits.told(
        after, new CaseDeadlineChanged(after.state(), settled, whole.reason()), by);
  }

  /** What is absent stays as it was, as long as it speaks of the same. */
  private static ChangeDeadline whole(CaseDeadline clock, ChangeDeadline edit) {
    var same = clock.status() == edit.status();
    var kept = same || (clock.isFulfilled() && (edit.status() == MET || edit.status() == MET_LATE));
    var it = clock.deadline();
    return new ChangeDeadline(
        edit.version(),
        edit.establishment(),
        edit.regime(),
        edit.status(),
        same && edit.at() == null ? it.at() : edit.at(),
        kept && edit.reference() == null ? it.reference() : edit.reference(),
        same && edit.reason() == null ? clock.reason() : edit.reason(),
        Objects.requireNonNullElse(edit.partial(), kept && clock.partial()));
  }

  private static boolean isPartial(ChangeDeadline edit) {
    return Boolean.TRUE.equals(edit.partial());
  }

  /** A closed case still takes the reference that an authority gives later, and nothing else. */
  private static void open(Case before, CaseDeadline clock, ChangeDeadline whole) {
    var late =
        before.status() == CaseStatus.CLOSED
            && clock.status() == whole.status()
            && Objects.equals(clock.deadline().at(), whole.at())
            && Objects.equals(clock.reason(), whole.reason())
            && clock.partial() == isPartial(whole);
    if (late) {
      CaseEdits.notMerging(before);
    } else {
      CaseEdits.open(before);
    }
  }

  private static void complete(ChangeDeadline edit, Instant now) {
    switch (edit.status()) {
      case TO_ASSESS, MISSED -> throw new Invalid("status", "is nobody's to give");
      case RUNNING -> {}
      case MET -> needed("at", edit.at() == null);
      case MET_LATE -> {
        needed("at", edit.at() == null);
        needed("reason", isBlank(edit.reason()));
      }
      case NOT_DONE, NOT_APPLICABLE -> needed("reason", isBlank(edit.reason()));
    }
    InstantRules.past("at", edit.at(), now);
  }

  private static void needed(String field, boolean missing) {
    if (missing) {
      throw new Invalid(field, "is needed for this status");
    }
  }

  /** What was met after its legal hour was met late, and the other way round. */
  private static void truthful(Deadline clock, ChangeDeadline edit) {
    var due = clock.dueAt();
    var at = edit.at();
    var hard = clock.kind() == DeadlineKind.LEGAL && !clock.withoutDelay();
    if (due == null || at == null) {
      return;
    }
    if (hard && edit.status() == MET && at.isAfter(due)) {
      throw new RuleViolation(new Reason("MET_AFTER_ITS_HOUR", "dueAt", due));
    }
    if (hard && edit.status() == MET_LATE && !at.isAfter(due)) {
      throw new RuleViolation(new Reason("MET_IN_TIME", "dueAt", due));
    }
  }
}
