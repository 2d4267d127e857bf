package org.pris.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access;
import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.Actor;
import org.pris.contracts.Affected;
import org.pris.contracts.Answer;
import org.pris.contracts.Audience;
import org.pris.contracts.Care;
import org.pris.contracts.CareMode;
import org.pris.contracts.CaseEvent.CaseAdvised;
import org.pris.contracts.CaseEvent.CaseHeld;
import org.pris.contracts.CaseEvent.CaseQualified;
import org.pris.contracts.CaseState;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Channel;
import org.pris.contracts.DeclarationEvent.DeclarationSubmitted;
import org.pris.contracts.DeclaredFacts;
import org.pris.contracts.Establishment;
import org.pris.contracts.Event;
import org.pris.contracts.IncidentType;
import org.pris.contracts.Level;
import org.pris.contracts.Origin;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Phase;
import org.pris.contracts.Progress;
import org.pris.contracts.RegulatoryProfile;
import org.pris.contracts.Role;
import org.pris.contracts.Scope;
import org.pris.contracts.Severity;
import org.pris.contracts.Site;
import org.pris.contracts.TaskState;
import org.pris.contracts.TaskStatus;
import org.pris.contracts.Tlp;
import org.pris.contracts.Topics;
import org.pris.contracts.Trend;
import org.pris.platform.testing.Published;

/** A case of two sites of one legal entity, and what other services say of it. */
public record Given(UUID id, String reference) {

  public static final UUID TASK = UUID.fromString("0197a000-0000-7000-8000-000000000001");
  public static final Instant NOON = Instant.parse("2026-11-24T12:00:00.125Z");
  public static final Site FIRST = new Site("990000010", "990000036");
  public static final Site SECOND = new Site("990000028", "990000036");
  public static final Actor RESPONDER = new Actor("s-1", "Inès Morel", Role.RESPONDER, null);
  public static final Actor DECLARANT =
      new Actor("s-2", "Marc Oriol", Role.DECLARANT, FIRST.finess());

  public static Given aCase() {
    var id = UUID.randomUUID();
    return new Given(id, "PRIS-2026-" + id.toString().substring(0, 6).toUpperCase(Locale.ROOT));
  }

  public Event<Object> event(@Nullable Actor actor, Object data) {
    return new Event<>(UUID.randomUUID(), NOON, id, 1, actor, false, data);
  }

  /** The first site declared; the case was qualified against advice, advised and held. */
  void playTwoSites(Published published) {
    var declared = event(DECLARANT, new DeclarationSubmitted(declaration("Poste chiffré")));
    var qualified =
        new CaseQualified(
            state(1, CaseStatus.QUALIFIED),
            Severity.MINOR,
            Severity.MAJOR,
            Scope.CONTAINED,
            Level.LOW,
            Level.LOW,
            Answer.NO,
            "Le directeur minimise");
    var advised = new CaseAdvised(state(2, CaseStatus.ADVISED), "Coupez Internet");
    var held = new CaseHeld(state(3, CaseStatus.ON_HOLD), "Sans nouvelles d'eux", NOON);
    published.send(Topics.DECLARATIONS, declared);
    for (var data : List.of(qualified, advised, held)) {
      published.send(Topics.CASES, event(RESPONDER, data));
    }
  }

  public CaseState state(long revision, CaseStatus status) {
    return state(
        revision,
        status,
        new Access(List.of(FIRST, SECOND), false, List.of(), EstablishmentSide.ALL, List.of()));
  }

  public CaseState state(long revision, CaseStatus status, Access access) {
    return new CaseState(
        id,
        revision,
        reference,
        status,
        null,
        access.establishments().stream().map(it -> new Affected(establishment(it), NOON)).toList(),
        IncidentType.RANSOMWARE,
        Origin.MALICIOUS,
        Severity.MAJOR,
        null,
        Trend.STABLE,
        new Care(PatientHarm.POTENTIAL, CareMode.DEGRADED, true, 3, 0, List.of(), NOON),
        false,
        null,
        List.of(),
        null,
        List.of("responder1"),
        0,
        null,
        access,
        false,
        Tlp.AMBER,
        NOON,
        NOON);
  }

  public DeclaredFacts declaration(String description) {
    return new DeclaredFacts(
        id,
        "DEC-2026-000042",
        1,
        establishment(FIRST),
        RegulatoryProfile.UNKNOWN,
        Channel.PORTAL,
        false,
        NOON,
        null,
        null,
        IncidentType.RANSOMWARE,
        null,
        description,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        NOON);
  }

  public TaskState task(Audience audience, String title) {
    return task(audience, title, null);
  }

  public TaskState task(Audience audience, String title, @Nullable String establishment) {
    return new TaskState(
        TASK,
        "isolate",
        "first-hour",
        Phase.CONTAINMENT,
        true,
        audience,
        title,
        TaskStatus.DONE,
        List.of("responder1"),
        null,
        establishment);
  }

  public Progress progress() {
    return new Progress(4, List.of(0), List.of(), 2, 0);
  }

  public static Establishment establishment(Site site) {
    return new Establishment(
        site.finess(), site.legalEntity(), "CH du Val-Brisé", "Val-Brisé", "63", "355");
  }

  public static Map<String, Object> note(String text) {
    return Map.of("kind", "FACT", "text", text);
  }
}
