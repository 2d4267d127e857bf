package org.pris.triage;

import static org.pris.contracts.Answer.NO;
import static org.pris.contracts.Answer.UNKNOWN;
import static org.pris.contracts.Answer.YES;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Answer;
import org.pris.contracts.CareMode;
import org.pris.contracts.DeclaredFacts;
import org.pris.contracts.Origin;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Severity;
import org.pris.triage.Absorbed.Brought;
import org.pris.triage.Regime.Fact;

/** What a case knows, as the answers that regimes ask for. */
final class ClockFacts {

  /** The national report that an establishment says it made. */
  record Reported(Instant at, @Nullable String reference) {}

  private ClockFacts() {}

  static Map<Fact, Answer> of(Case theCase, AffectedSite site) {
    var facts = new EnumMap<Fact, Answer>(Fact.class);
    var assessment = theCase.assessment();
    var profile = site.profile();
    facts.put(Fact.GRAVE, grave(theCase));
    facts.put(Fact.SIGNIFICANT, significant(theCase));
    facts.put(Fact.ESSENTIAL_SERVICES_OPERATOR, profile.essentialServicesOperator());
    facts.put(Fact.PERSONAL_DATA, assessment.personalData());
    facts.put(Fact.HIGH_RISK, assessment.personalData() == NO ? NO : UNKNOWN);
    facts.put(Fact.INSURED, profile.insured());
    facts.put(Fact.MALICIOUS, malicious(assessment.origin()));
    facts.put(Fact.NIS2_ENTITY, profile.nis2Entity());
    facts.put(Fact.PARTIAL_NOTICE, partialNotice(theCase, site) ? YES : NO);
    return facts;
  }

  /**
   * Grave (CSP L.1111-8-2): the safety of care is touched, or could be. A presumption starts the
   * clock; only a responder's finding says that it does not run.
   */
  private static Answer grave(Case theCase) {
    var care = theCase.care();
    var touched =
        care.patientHarm() == PatientHarm.POTENTIAL
            || care.patientHarm() == PatientHarm.PROVEN
            || care.careMode() == CareMode.DEGRADED
            || care.careMode() == CareMode.INTERRUPTED;
    if (touched || theCase.assessment().weight().atLeast(Severity.MAJOR)) {
      return YES;
    }
    var excluded =
        theCase.assessment().isQualified()
            && care.patientHarm() == PatientHarm.NONE
            && care.careMode() == CareMode.NORMAL;
    return excluded ? NO : UNKNOWN;
  }

  private static Answer significant(Case theCase) {
    if (theCase.assessment().isQualified()) {
      return theCase.assessment().significant() ? YES : NO;
    }
    return theCase.declared().stream().anyMatch(it -> it.othersMayBeAffected() == YES)
        ? YES
        : UNKNOWN;
  }

  private static Answer malicious(Origin origin) {
    return switch (origin) {
      case MALICIOUS -> YES;
      case NON_MALICIOUS -> NO;
      case UNKNOWN -> UNKNOWN;
    };
  }

  private static boolean partialNotice(Case theCase, AffectedSite site) {
    return Deadlines.find(theCase.deadlines(), site.finess(), "GDPR_33")
        .filter(WatchedDeadline::partial)
        .isPresent();
  }

  /** When the incident was noticed there, by any of the cases that are one now. */
  static Instant since(Case theCase, AffectedSite site) {
    return earliest(theCase, site, Brought::since, site.since());
  }

  /** When PRIS learnt of the establishment, by any of the cases that are one now. */
  static Instant addedAt(Case theCase, AffectedSite site) {
    return earliest(theCase, site, Brought::addedAt, site.addedAt());
  }

  private static Instant earliest(
      Case theCase, AffectedSite site, Function<Brought, Instant> of, Instant own) {
    return theCase.course().absorbed().stream()
        .flatMap(it -> it.site(site.finess()).stream())
        .map(of)
        .reduce(own, (one, other) -> one.isBefore(other) ? one : other);
  }

  /** Since when somebody knows that personal data are breached; null while nobody does. */
  static @Nullable Instant breachKnownAt(Case theCase) {
    return Stream.concat(
            Stream.ofNullable(theCase.assessment().breachKnownAt()),
            theCase.course().absorbed().stream()
                .map(Absorbed::breachKnownAt)
                .filter(Objects::nonNull))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** What the newest declarations of the establishment say of the national report. */
  static @Nullable Reported nationalReport(Case theCase, AffectedSite site) {
    return theCase.declared().stream()
        .filter(it -> it.establishment().finess().equals(site.finess()))
        .map(ClockFacts::reported)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Reported reported(DeclaredFacts facts) {
    var report = facts.nationalReport();
    if (report == null || report.done() != YES) {
      return null;
    }
    var at = report.at() == null ? facts.submittedAt() : report.at();
    return new Reported(at, report.reference());
  }
}
