package org.pris.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access;
import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.Affected;
import org.pris.contracts.Care;
import org.pris.contracts.CareLine;
import org.pris.contracts.CareLineCode;
import org.pris.contracts.CareMode;
import org.pris.contracts.CareState;
import org.pris.contracts.CaseEvent.CaseTaken;
import org.pris.contracts.CaseState;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Deadline;
import org.pris.contracts.DeadlineKind;
import org.pris.contracts.DeadlineStatus;
import org.pris.contracts.Establishment;
import org.pris.contracts.Event;
import org.pris.contracts.IncidentType;
import org.pris.contracts.Origin;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Severity;
import org.pris.contracts.Site;
import org.pris.contracts.Tlp;
import org.pris.contracts.Trend;

/** A case as triage tells of it, with what a test is about changed. */
public record CaseFixture(
    UUID id,
    long revision,
    @Nullable Severity severity,
    @Nullable Severity presumed,
    String department,
    boolean exercise,
    Tlp tlp) {

  static final Instant AT = Instant.parse("2026-11-24T10:40:00.123Z");

  public static CaseFixture any() {
    return new CaseFixture(UUID.randomUUID(), 1, null, Severity.MINOR, "38", false, Tlp.AMBER);
  }

  CaseFixture at(long newRevision) {
    return new CaseFixture(id, newRevision, severity, presumed, department, exercise, tlp);
  }

  public CaseFixture of(@Nullable Severity decided, @Nullable Severity presumedOne) {
    return new CaseFixture(id, revision, decided, presumedOne, department, exercise, tlp);
  }

  CaseFixture in(String other) {
    return new CaseFixture(id, revision, severity, presumed, other, exercise, tlp);
  }

  public CaseFixture forExercise() {
    return new CaseFixture(id, revision, severity, presumed, department, true, tlp);
  }

  public CaseFixture marked(Tlp other) {
    return new CaseFixture(id, revision, severity, presumed, department, exercise, other);
  }

  public CaseState state() {
    var place =
        new Establishment(
            "990000028", "990000036", "CH du Val-Brisé", "Val-Brisé", department, "355");
    return new CaseState(
        id,
        revision,
        "PRIS-2026-000146",
        CaseStatus.IN_TRIAGE,
        null,
        List.of(new Affected(place, AT)),
        IncidentType.RANSOMWARE,
        Origin.UNKNOWN,
        severity,
        presumed,
        Trend.WORSENING,
        new Care(
            PatientHarm.POTENTIAL,
            CareMode.DEGRADED,
            true,
            6,
            2,
            List.of(
                new CareLine(CareLineCode.EMERGENCY, CareState.DIVERTED, AT, null, "990000010")),
            AT),
        true,
        null,
        List.of(clock("CSP_L1111_8_2"), clock("GDPR_33"), clock("LOPMI_COMPLAINT")),
        "lead1",
        List.of("responder1"),
        0,
        null,
        new Access(
            List.of(new Site("990000028", "990000036")),
            false,
            List.of(),
            EstablishmentSide.ALL,
            List.of()),
        exercise,
        tlp,
        AT,
        AT);
  }

  public static Deadline clock(String regime) {
    return new Deadline(
        "990000028",
        regime,
        DeadlineKind.LEGAL,
        true,
        DeadlineStatus.RUNNING,
        AT,
        1,
        AT.plusSeconds(14_400),
        null,
        null);
  }

  /** A whitelisted event of it; each has an id of its own. */
  public Event<?> taken() {
    return event(new CaseTaken(state()));
  }

  public <T> Event<T> event(T data) {
    return new Event<>(UUID.randomUUID(), AT, id, revision, null, exercise, data);
  }
}
