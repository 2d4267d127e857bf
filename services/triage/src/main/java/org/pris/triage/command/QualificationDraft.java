package org.pris.triage.command;

import org.jspecify.annotations.Nullable;
import org.pris.contracts.Answer;
import org.pris.contracts.CareMode;
import org.pris.contracts.IncidentType;
import org.pris.contracts.Level;
import org.pris.contracts.Origin;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Scope;
import org.pris.contracts.Severity;
import org.pris.contracts.Trend;
import org.pris.triage.command.CaseCommand.Qualify;

/** A qualification that is being written: what is absent counts as UNKNOWN. */
public record QualificationDraft(
    @Nullable Severity severity,
    @Nullable Scope scope,
    @Nullable Level impact,
    @Nullable Level urgency,
    @Nullable Origin origin,
    @Nullable PatientHarm patientHarm,
    @Nullable CareMode careMode,
    @Nullable Answer personalData,
    @Nullable Boolean significant) {

  private static final long NOT_SENT = 0;

  /** As it would be sent; without a severity the given one. */
  public Qualify command(Severity proposed, IncidentType type) {
    return new Qualify(
        NOT_SENT,
        or(severity, proposed),
        or(scope, Scope.UNKNOWN),
        or(impact, Level.UNKNOWN),
        or(urgency, Level.UNKNOWN),
        Trend.STABLE,
        type,
        or(origin, Origin.UNKNOWN),
        or(patientHarm, PatientHarm.UNKNOWN),
        or(careMode, CareMode.UNKNOWN),
        or(personalData, Answer.UNKNOWN),
        or(significant, false),
        null);
  }

  private static <T> T or(@Nullable T said, T unknown) {
    return said == null ? unknown : said;
  }
}
