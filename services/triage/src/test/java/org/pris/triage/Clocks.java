package org.pris.triage;

import static org.pris.triage.Facts.SITE;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Answer;
import org.pris.contracts.CareMode;
import org.pris.contracts.Deadline;
import org.pris.contracts.DeadlineStatus;
import org.pris.contracts.Level;
import org.pris.contracts.Origin;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Scope;
import org.pris.contracts.Severity;
import org.pris.triage.command.CaseEdit.ChangeDeadline;
import org.pris.triage.command.QualificationDraft;
import org.pris.triage.deadline.Deadlines;
import org.pris.triage.edit.DeadlineSettlement;
import org.pris.triage.lifecycle.Transitions;

/** One clock of a case, and what a person says that moves it. */
public final class Clocks {

  private Clocks() {}

  public static Deadline clock(Case theCase, String regime) {
    return Deadlines.find(theCase.deadlines(), SITE, regime).orElseThrow().deadline();
  }

  public static Case settle(Case theCase, ChangeDeadline edit) {
    var now = Instant.parse("2026-11-29T00:00:00Z");
    return DeadlineSettlement.of(theCase, edit, Examples.RESPONDER, now, Examples.RULES)
        .aggregate();
  }

  public static ChangeDeadline edit(
      String regime, DeadlineStatus status, @Nullable Instant at, @Nullable String reason) {
    return new ChangeDeadline(1L, SITE, regime, status, at, null, reason, null);
  }

  public static Case qualified(Case it, Severity severity, Answer personalData, Origin origin) {
    var harmless = severity == Severity.MINOR;
    var draft =
        new QualificationDraft(
            severity,
            Scope.CONTAINED,
            Level.LOW,
            Level.LOW,
            origin,
            harmless ? PatientHarm.NONE : PatientHarm.POTENTIAL,
            harmless ? CareMode.NORMAL : CareMode.DEGRADED,
            personalData,
            false);
    var command = draft.command(severity, it.assessment().incidentType());
    return Transitions.qualified(it, command, Examples.NOW).recalculated(Examples.RULES);
  }
}
