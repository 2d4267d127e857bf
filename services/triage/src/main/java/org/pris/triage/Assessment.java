package org.pris.triage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Answer;
import org.pris.contracts.IncidentType;
import org.pris.contracts.Level;
import org.pris.contracts.Origin;
import org.pris.contracts.Scope;
import org.pris.contracts.Severity;
import org.pris.contracts.Trend;
import org.pris.triage.command.CaseCommand.Qualify;

/**
 * What a case is taken for.
 *
 * @param severity null until a responder decides
 * @param presumed from the declared facts
 * @param breachKnownAt when somebody first said that personal data are breached; null while nobody
 *     did
 */
public record Assessment(
    @Nullable Severity severity,
    Severity presumed,
    Scope scope,
    Level impact,
    Level urgency,
    Trend trend,
    IncidentType incidentType,
    Origin origin,
    Answer personalData,
    boolean significant,
    @Nullable Instant qualifiedAt,
    @Nullable Instant breachKnownAt) {

  /** Decided, or presumed until then. */
  public Severity weight() {
    return severity == null ? presumed : severity;
  }

  public boolean isQualified() {
    return severity != null;
  }

  public Assessment qualified(Qualify as, Instant at) {
    return new Assessment(
        as.severity(),
        presumed,
        as.scope(),
        as.impact(),
        as.urgency(),
        as.trend(),
        as.incidentType(),
        as.origin(),
        as.personalData(),
        as.significant(),
        at,
        breachKnownAt == null && as.personalData() == Answer.YES ? at : breachKnownAt);
  }

  Assessment breachKnown(@Nullable Instant at) {
    return new Assessment(
        severity,
        presumed,
        scope,
        impact,
        urgency,
        trend,
        incidentType,
        origin,
        personalData,
        significant,
        qualifiedAt,
        at);
  }

  Assessment presuming(
      Severity severe, Scope reach, IncidentType type, Origin cause, Answer personal) {
    return new Assessment(
        severity,
        severe,
        reach,
        impact,
        urgency,
        trend,
        type,
        cause,
        personal,
        significant,
        qualifiedAt,
        breachKnownAt);
  }
}
