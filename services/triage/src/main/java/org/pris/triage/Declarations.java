package org.pris.triage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Answer;
import org.pris.contracts.Care;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.DeclaredFacts;
import org.pris.contracts.IncidentType;
import org.pris.contracts.Origin;
import org.pris.contracts.Scope;

/** What a case keeps of the declarations that speak of it; pure. */
public final class Declarations {

  private Declarations() {}

  /** Whether this version, or a newer one, is already there. */
  public static boolean knows(Case theCase, DeclaredFacts facts) {
    return theCase.declared().stream()
        .anyMatch(it -> it.id().equals(facts.id()) && it.version() >= facts.version());
  }

  /** The newest version of each declaration, the case's own first. */
  static List<DeclaredFacts> with(List<DeclaredFacts> known, DeclaredFacts facts) {
    return known.stream().anyMatch(it -> it.id().equals(facts.id()))
        ? known.stream().map(it -> it.id().equals(facts.id()) ? withoutText(facts) : it).toList()
        : Stream.concat(known.stream(), Stream.of(withoutText(facts))).toList();
  }

  public static List<DeclaredFacts> joined(List<DeclaredFacts> own, List<DeclaredFacts> source) {
    var ids = own.stream().map(DeclaredFacts::id).toList();
    return Stream.concat(own.stream(), source.stream().filter(it -> !ids.contains(it.id())))
        .toList();
  }

  /**
   * @param at when the establishment said so
   */
  public static Case complemented(Case theCase, DeclaredFacts facts, Instant at) {
    var complemented = learnt(theCase, facts, at);
    return isOwn(theCase, facts.id())
        ? complemented.with(theCase.opening().with(facts.description()))
        : complemented;
  }

  /**
   * News of a case that ended brings it back before responders; care is at least as bad as the news
   * say.
   */
  public static Case returned(Case theCase, DeclaredFacts facts, Instant now) {
    var care = theCase.care();
    var worse =
        new Care(
            CareModes.worse(care.patientHarm(), facts.patientHarm()),
            CareModes.worse(care.careMode(), facts.careMode()),
            care.plannedWhite(),
            care.cancelledOperations(),
            care.transfers(),
            care.lines(),
            care.at());
    return theCase.with(worse).with(theCase.lifecycle().to(CaseStatus.IN_TRIAGE, now));
  }

  /** The same but for its text. */
  public static Case learnt(Case theCase, DeclaredFacts facts, Instant at) {
    var learnt = cared(theCase.withDeclared(with(theCase.declared(), facts)), facts);
    return tellsBreach(facts) && learnt.assessment().breachKnownAt() == null
        ? learnt.with(learnt.assessment().breachKnown(at))
        : learnt;
  }

  static boolean tellsBreach(DeclaredFacts facts) {
    return personalData(facts) == Answer.YES;
  }

  /** A case that forgets declarations: what was taken from them alone is open again. */
  public static Case without(Case theCase, List<UUID> gone) {
    var left = theCase.declared().stream().filter(it -> !gone.contains(it.id())).toList();
    var it = theCase.withDeclared(left);
    var known = it.assessment();
    if (known.isQualified()) {
      return it;
    }
    var type = left.isEmpty() ? known.incidentType() : IncidentType.UNDETERMINED;
    var open =
        known
            .presuming(known.presumed(), Scope.UNKNOWN, type, Origin.UNKNOWN, Answer.UNKNOWN)
            .breachKnown(
                left.stream().anyMatch(Declarations::tellsBreach) ? known.breachKnownAt() : null);
    return left.isEmpty() ? it.with(open) : cared(it.with(open), left.getFirst());
  }

  /** The newest declaration counts until a responder has said how care goes on. */
  private static Case cared(Case theCase, DeclaredFacts facts) {
    return theCase.care().at() == null ? theCase.with(care(theCase, facts)) : theCase;
  }

  /** Until a responder decides, what the declarations say counts. */
  static Assessment presumed(Case it) {
    var known = it.assessment();
    if (known.isQualified()) {
      return known;
    }
    var scope = first(it, DeclaredFacts::scope, known.scope(), Scope.UNKNOWN);
    var type =
        first(it, DeclaredFacts::incidentType, known.incidentType(), IncidentType.UNDETERMINED);
    var origin = first(it, DeclaredFacts::origin, known.origin(), Origin.UNKNOWN);
    var personal = first(it, Declarations::personalData, known.personalData(), Answer.UNKNOWN);
    var told = known.presuming(known.presumed(), scope, type, origin, personal);
    var severity = it.with(told).presumption().severity();
    return told.presuming(severity, scope, type, origin, personal);
  }

  private static <T> T first(
      Case it, Function<DeclaredFacts, @Nullable T> of, T otherwise, T unknown) {
    return it.declared().stream()
        .map(of)
        .filter(Objects::nonNull)
        .filter(said -> !said.equals(unknown))
        .findFirst()
        .orElse(otherwise);
  }

  private static @Nullable Answer personalData(DeclaredFacts facts) {
    return facts.dataImpact() == null ? null : facts.dataImpact().personalData();
  }

  private static boolean isOwn(Case theCase, UUID declaration) {
    return theCase.id().equals(declaration);
  }

  private static Care care(Case theCase, DeclaredFacts facts) {
    var care = theCase.care();
    return new Care(
        Objects.requireNonNullElse(facts.patientHarm(), care.patientHarm()),
        Objects.requireNonNullElse(facts.careMode(), care.careMode()),
        care.plannedWhite(),
        care.cancelledOperations(),
        care.transfers(),
        care.lines(),
        null);
  }

  /** The text stands once, in the opening: a case stays small. */
  static DeclaredFacts withoutText(DeclaredFacts it) {
    return new DeclaredFacts(
        it.id(),
        it.reference(),
        it.version(),
        it.establishment(),
        it.profile(),
        it.channel(),
        it.exercise(),
        it.discoveredAt(),
        it.occurredAt(),
        it.ongoing(),
        it.incidentType(),
        it.origin(),
        "",
        it.scope(),
        it.affectedSystems(),
        it.patientHarm(),
        it.careMode(),
        it.vitalServiceDown(),
        it.dataImpact(),
        it.othersMayBeAffected(),
        it.nationalReport(),
        it.submittedAt());
  }
}
