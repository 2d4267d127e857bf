package org.pris.triage;

import static org.pris.contracts.Answer.NO;
import static org.pris.contracts.Answer.UNKNOWN;
import static org.pris.contracts.Answer.YES;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
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
import org.pris.triage.MergedPart.Brought;
import org.pris.triage.deadline.CaseDeadline;
import org.pris.triage.deadline.DeadlineSubject;
import org.pris.triage.deadline.Deadlines;
import org.pris.triage.deadline.Regime.Fact;

/** What a case knows, as the answers that regimes ask for. */
record DeadlineFacts(Case theCase) implements DeadlineSubject {

  @Override
  public boolean isOpen() {
    return theCase.status().isOpen();
  }

  @Override
  public boolean isMajor() {
    return theCase.assessment().weight().atLeast(Severity.MAJOR);
  }

  @Override
  public List<String> establishments() {
    return theCase.affected().stream().map(AffectedSite::finess).toList();
  }

  @Override
  public List<CaseDeadline> deadlines() {
    return theCase.deadlines();
  }

  @Override
  public Map<Fact, Answer> facts(String establishment) {
    var site = site(establishment);
    var facts = new EnumMap<Fact, Answer>(Fact.class);
    var assessment = theCase.assessment();
    var profile = site.profile();
    facts.put(Fact.GRAVE, grave());
    facts.put(Fact.SIGNIFICANT, significant());
    facts.put(Fact.ESSENTIAL_SERVICES_OPERATOR, profile.essentialServicesOperator());
    facts.put(Fact.PERSONAL_DATA, assessment.personalData());
    facts.put(Fact.HIGH_RISK, assessment.personalData() == NO ? NO : UNKNOWN);
    facts.put(Fact.INSURED, profile.insured());
    facts.put(Fact.MALICIOUS, malicious(assessment.origin()));
    facts.put(Fact.NIS2_ENTITY, profile.nis2Entity());
    facts.put(Fact.PARTIAL_NOTICE, partialNotice(establishment) ? YES : NO);
    return facts;
  }

  /**
   * Grave (CSP L.1111-8-2): the safety of care is touched, or could be. A presumption starts the
   * clock; only a responder's finding says that it does not run.
   */
  private Answer grave() {
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

  private Answer significant() {
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

  private boolean partialNotice(String establishment) {
    return Deadlines.find(theCase.deadlines(), establishment, "GDPR_33")
        .filter(CaseDeadline::partial)
        .isPresent();
  }

  /** When the incident was noticed there, by any of the cases that are one now. */
  @Override
  public Instant noticedAt(String establishment) {
    return earliest(establishment, Brought::since, site(establishment).since());
  }

  /** When PRIS learnt of the establishment, by any of the cases that are one now. */
  @Override
  public Instant learntAt(String establishment) {
    return earliest(establishment, Brought::addedAt, site(establishment).addedAt());
  }

  private Instant earliest(String establishment, Function<Brought, Instant> of, Instant own) {
    return theCase.lifecycle().absorbed().stream()
        .flatMap(it -> it.site(establishment).stream())
        .map(of)
        .reduce(own, (one, other) -> one.isBefore(other) ? one : other);
  }

  /** Since when somebody knows that personal data are breached; null while nobody does. */
  @Override
  public @Nullable Instant breachKnownAt() {
    return Stream.concat(
            Stream.ofNullable(theCase.assessment().breachKnownAt()),
            theCase.lifecycle().absorbed().stream()
                .map(MergedPart::breachKnownAt)
                .filter(Objects::nonNull))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** What the newest declarations of the establishment say of the national report. */
  @Override
  public @Nullable Reported nationalReport(String establishment) {
    return theCase.declared().stream()
        .filter(it -> it.establishment().finess().equals(establishment))
        .map(DeadlineFacts::reported)
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

  private AffectedSite site(String establishment) {
    return theCase.affected().stream()
        .filter(it -> it.finess().equals(establishment))
        .findFirst()
        .orElseThrow();
  }
}
