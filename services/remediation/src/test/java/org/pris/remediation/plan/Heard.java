package org.pris.remediation.plan;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access;
import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.Affected;
import org.pris.contracts.Care;
import org.pris.contracts.CareMode;
import org.pris.contracts.CaseEvent;
import org.pris.contracts.CaseEvent.CaseClosed;
import org.pris.contracts.CaseEvent.CaseEngaged;
import org.pris.contracts.CaseEvent.CaseOpened;
import org.pris.contracts.CaseEvent.RootCause;
import org.pris.contracts.CaseSource;
import org.pris.contracts.CaseState;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Establishment;
import org.pris.contracts.Event;
import org.pris.contracts.IncidentType;
import org.pris.contracts.MergedCase;
import org.pris.contracts.Origin;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Person;
import org.pris.contracts.Site;
import org.pris.contracts.Tlp;
import org.pris.contracts.Trend;
import org.pris.platform.testing.Issuer;

/** A case as remediation hears of it. */
record Heard(
    UUID id,
    long revision,
    CaseStatus status,
    @Nullable CaseStatus heldFrom,
    IncidentType type,
    int engagement,
    boolean restricted,
    List<Site> sites) {

  static final Instant AT = Instant.parse("2026-11-24T06:34:00.000Z");
  static final Site SITE = new Site("990000010", "990000002");
  static final Site OTHER = new Site("990000028", "990000003");

  /** As triage gives them: capitals throughout. */
  String reference() {
    return "PRIS-2026-" + id.toString().toUpperCase(Locale.ROOT);
  }

  static Heard of(IncidentType type) {
    return new Heard(
        UUID.randomUUID(), 1, CaseStatus.RECEIVED, null, type, 0, false, List.of(SITE));
  }

  Heard is(CaseStatus next) {
    return new Heard(id, revision + 1, next, null, type, engagement, restricted, sites);
  }

  Heard engaged(IncidentType as) {
    return new Heard(
        id, revision + 1, CaseStatus.ENGAGED, null, as, engagement + 1, restricted, sites);
  }

  /** The case as triage tells of it once it is merged; what absorbed it tells the same. */
  CaseState mergedInto(Heard target) {
    var it = is(CaseStatus.MERGED).state();
    return with(it, target.id(), List.of());
  }

  CaseState absorbing(Heard source) {
    var it = is(status).state();
    return with(it, null, List.of(new MergedCase(source.id(), source.reference())));
  }

  private static CaseState with(
      CaseState it, @Nullable UUID mergedInto, List<MergedCase> absorbed) {
    return new CaseState(
        it.id(),
        it.revision(),
        it.reference(),
        it.status(),
        it.heldFrom(),
        it.heldUntil(),
        it.affected(),
        it.incidentType(),
        it.origin(),
        it.severity(),
        it.presumedSeverity(),
        it.trend(),
        it.care(),
        it.significant(),
        it.campaign(),
        it.deadlines(),
        it.lead(),
        it.people(),
        it.engagement(),
        mergedInto,
        absorbed,
        it.access(),
        it.exercise(),
        it.tlp(),
        it.openedAt(),
        it.changedAt());
  }

  Heard held() {
    return new Heard(
        id, revision + 1, CaseStatus.ON_HOLD, status, type, engagement, restricted, sites);
  }

  Heard restrictedToPeople() {
    return new Heard(id, revision + 1, status, heldFrom, type, engagement, true, sites);
  }

  Heard touchingAlso(Site site) {
    return new Heard(
        id, revision + 1, status, heldFrom, type, engagement, restricted, List.of(SITE, site));
  }

  CaseState state() {
    var affected =
        sites.stream()
            .map(it ->
                new Affected(
                    new Establishment(
                        it.finess(), it.legalEntity(), "CH du Val-Brisé", null, "38", null),
                    AT))
            .toList();
    var access =
        new Access(
            sites,
            restricted,
            List.of(Issuer.subject("responder1")),
            EstablishmentSide.ALL,
            List.of());
    return new CaseState(
        id,
        revision,
        reference(),
        status,
        heldFrom,
        affected,
        type,
        Origin.MALICIOUS,
        null,
        null,
        Trend.STABLE,
        new Care(PatientHarm.UNKNOWN, CareMode.UNKNOWN, null, null, null, List.of(), null),
        false,
        null,
        List.of(),
        null,
        List.of(),
        engagement,
        null,
        access,
        false,
        Tlp.AMBER,
        AT,
        AT);
  }

  Event<CaseEvent> opened() {
    return event(new CaseOpened(state(), CaseSource.DECLARATION, null, AT, "canary-description"));
  }

  Event<CaseEvent> engagedEvent() {
    return event(new CaseEngaged(state(), type, engagement, "convention 12", false, null));
  }

  /** Of the case, closed by the next event. */
  Event<CaseEvent> closedEvent() {
    var closed = is(CaseStatus.CLOSED);
    return closed.event(new CaseClosed(closed.state(), RootCause.UNKNOWN, null, null, null));
  }

  Event<CaseEvent> event(CaseEvent data) {
    return new Event<>(UUID.randomUUID(), AT, id, revision, null, false, data);
  }

  Caller caller(Person person) {
    var access = state().access();
    return new Caller(person, access.views(person), access);
  }
}
