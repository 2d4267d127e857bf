package org.pris.triage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access;
import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.Answer;
import org.pris.contracts.Care;
import org.pris.contracts.CareMode;
import org.pris.contracts.CaseEvent.CaseOpened;
import org.pris.contracts.CaseSource;
import org.pris.contracts.DeclaredFacts;
import org.pris.contracts.IncidentType;
import org.pris.contracts.Level;
import org.pris.contracts.Origin;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Progress;
import org.pris.contracts.Scope;
import org.pris.contracts.Severity;
import org.pris.contracts.Trend;
import org.pris.platform.outbox.Change;
import org.pris.triage.deadline.Deadlines;

/** How a case comes into being; pure. */
public final class CaseFactory {

  private CaseFactory() {}

  /** Under the declaration's own id, so that a repeat finds it there. */
  public static Case declared(DeclaredFacts facts, String reference, Instant now, Deadlines rules) {
    var site = AffectedSite.of(facts.establishment(), facts.profile(), facts.discoveredAt(), now);
    var opening =
        new CaseOrigin(
            CaseSource.DECLARATION,
            facts.reference(),
            facts.discoveredAt(),
            now,
            facts.description(),
            null);
    var care =
        new Care(
            Objects.requireNonNullElse(facts.patientHarm(), PatientHarm.UNKNOWN),
            Objects.requireNonNullElse(facts.careMode(), CareMode.UNKNOWN),
            null,
            null,
            null,
            List.of(),
            null);
    var kept = List.of(Declarations.withoutText(facts));
    return opened(
        facts.id(), reference, facts.exercise(), opening, kept, site, care, null, now, rules);
  }

  /** Before any declaration: somebody else knew first. */
  public static Case unheard(
      UUID id,
      String reference,
      boolean exercise,
      CaseOrigin opening,
      @Nullable IncidentType type,
      AffectedSite site,
      Deadlines rules) {
    var care = new Care(PatientHarm.UNKNOWN, CareMode.UNKNOWN, null, null, null, List.of(), null);
    return opened(
        id, reference, exercise, opening, List.of(), site, care, type, opening.openedAt(), rules);
  }

  static CaseOpened told(Case theCase) {
    var opening = theCase.opening();
    return new CaseOpened(
        theCase.state(),
        opening.source(),
        opening.declaration(),
        opening.discoveredAt(),
        opening.description());
  }

  private static Case opened(
      UUID id,
      String reference,
      boolean exercise,
      CaseOrigin opening,
      List<DeclaredFacts> declared,
      AffectedSite site,
      Care care,
      @Nullable IncidentType type,
      Instant now,
      Deadlines rules) {
    var assessment =
        new Assessment(
            null,
            Severity.MINOR,
            Scope.UNKNOWN,
            Level.UNKNOWN,
            Level.UNKNOWN,
            Trend.STABLE,
            type == null ? IncidentType.UNDETERMINED : type,
            Origin.UNKNOWN,
            Answer.UNKNOWN,
            false,
            null,
            breachKnownAt(declared));
    var access =
        new Access(List.of(site.site()), false, List.of(), EstablishmentSide.ALL, List.of());
    return new Case(
            id,
            0,
            0,
            0,
            reference,
            exercise,
            opening,
            declared,
            List.of(site),
            Lifecycle.received(now),
            assessment,
            care,
            List.of(),
            Team.NOBODY,
            access,
            new Progress(0, List.of(), List.of(), 0, 0),
            new SortKeys("", "", List.of()),
            now)
        .recalculated(rules)
        .withCommandEvents(now, 1);
  }

  private static @Nullable Instant breachKnownAt(List<DeclaredFacts> declared) {
    return declared.stream()
        .filter(Declarations::tellsBreach)
        .map(DeclaredFacts::submittedAt)
        .findFirst()
        .orElse(null);
  }

  public static Change<Case> change(Case opened, org.pris.contracts.@Nullable Actor by) {
    return new Change<>(opened, List.of(told(opened)), by);
  }
}
