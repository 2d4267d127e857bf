package org.pris.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pris.contracts.DeadlineStatus.MET;
import static org.pris.contracts.DeadlineStatus.MET_LATE;
import static org.pris.contracts.DeadlineStatus.NOT_APPLICABLE;
import static org.pris.contracts.DeadlineStatus.NOT_DONE;
import static org.pris.contracts.DeadlineStatus.RUNNING;
import static org.pris.contracts.DeadlineStatus.TO_ASSESS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pris.contracts.Answer;
import org.pris.contracts.CareMode;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.DataState;
import org.pris.contracts.Deadline;
import org.pris.contracts.DeadlineKind;
import org.pris.contracts.DeadlineStatus;
import org.pris.contracts.DeclaredFacts;
import org.pris.contracts.DeclaredFacts.DataImpact;
import org.pris.contracts.DeclaredFacts.NationalReport;
import org.pris.contracts.Level;
import org.pris.contracts.Origin;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.RegulatoryProfile;
import org.pris.contracts.Scope;
import org.pris.contracts.Severity;
import org.pris.platform.Invalid;
import org.pris.platform.RuleViolation;
import org.pris.triage.Edit.ChangeDeadline;

@DisplayName("The clocks of a case")
class DeadlinesTest {

  static final String SITE = "990000010";

  final Case received = Examples.received();

  @Test
  @DisplayName("are those of every regime the product names")
  void regimes() {
    assertThat(Examples.REGIMES.all())
        .extracting(Regime::code)
        .containsExactlyInAnyOrder(
            "CSP_L1111_8_2",
            "OSE",
            "GDPR_33",
            "GDPR_33_COMPLEMENT",
            "GDPR_34",
            "LOPMI_COMPLAINT",
            "INSURER_NOTICE",
            "NIS2_EARLY_WARNING",
            "NIS2_NOTIFICATION",
            "NIS2_FINAL",
            "FIRST_CONTACT");
    assertThat(Examples.REGIMES.all())
        .filteredOn(it -> it.kind() == DeadlineKind.INFORMATIVE)
        .allMatch(it -> it.code().startsWith("NIS2_"));
  }

  @ParameterizedTest
  @CsvSource({
    "CSP_L1111_8_2, RUNNING, 2026-11-24T10:40:00Z",
    "GDPR_33, TO_ASSESS, 2026-11-27T06:40:00Z",
    "GDPR_34, TO_ASSESS, 2026-11-27T06:40:00Z",
    "LOPMI_COMPLAINT, RUNNING, 2026-11-27T06:40:00Z",
    "INSURER_NOTICE, RUNNING, 2026-12-01T06:40:00Z",
    "FIRST_CONTACT, RUNNING, 2026-11-24T08:30:00Z"
  })
  @DisplayName("are laid when it opens: from the discovery, or for the call-back from the opening")
  void opening(String regime, DeadlineStatus status, Instant due) {
    assertThat(clock(received, regime))
        .returns(status, Deadline::status)
        .returns(due, Deadline::dueAt);
  }

  @Test
  @DisplayName("are not laid for what the establishment is not, nor before another is met")
  void absent() {
    assertThat(received.deadlines())
        .extracting(it -> it.deadline().regime())
        .doesNotContain("OSE", "NIS2_EARLY_WARNING", "GDPR_33_COMPLEMENT", "NIS2_FINAL");
  }

  @Test
  @DisplayName("follow the qualification")
  void qualification() {
    var breach = qualified(received, Severity.MAJOR, Answer.YES, Origin.MALICIOUS);
    var none = qualified(received, Severity.MINOR, Answer.NO, Origin.NON_MALICIOUS);

    assertThat(clock(breach, "GDPR_33").status()).isEqualTo(RUNNING);
    assertThat(clock(breach, "GDPR_34").status()).isEqualTo(TO_ASSESS);
    assertThat(clock(none, "GDPR_33").status()).isEqualTo(NOT_APPLICABLE);
    assertThat(clock(none, "GDPR_34").status()).isEqualTo(NOT_APPLICABLE);
    assertThat(clock(none, "LOPMI_COMPLAINT").status()).isEqualTo(NOT_APPLICABLE);
    assertThat(clock(none, "CSP_L1111_8_2").status()).isEqualTo(NOT_APPLICABLE);
    assertThat(clock(none, "FIRST_CONTACT").dueAt()).isEqualTo("2026-11-24T10:00:00Z");
  }

  @Test
  @DisplayName("keep what a person said of them, whatever is learnt later")
  void decided() {
    var settled = settle(received, edit("GDPR_33", NOT_APPLICABLE, null, "No data left"));

    assertThat(clock(qualified(settled, Severity.MAJOR, Answer.YES, Origin.MALICIOUS), "GDPR_33"))
        .returns(NOT_APPLICABLE, Deadline::status);
  }

  @Test
  @DisplayName("start with the fulfilment of another where the law says so")
  void chained() {
    var at = Examples.NOW.plus(Duration.ofHours(1));
    var partial = new ChangeDeadline(1L, SITE, "GDPR_33", MET, at, "CNIL-1", null, true);

    assertThat(clock(settle(received, partial), "GDPR_33_COMPLEMENT"))
        .returns(RUNNING, Deadline::status)
        .returns(at, Deadline::t0)
        .returns(at.plus(Duration.ofDays(3)), Deadline::dueAt);
    assertThat(settle(received, edit("GDPR_33", MET, at, null)).deadlines())
        .extracting(it -> it.deadline().regime())
        .doesNotContain("GDPR_33_COMPLEMENT");
  }

  @Test
  @DisplayName("of NIS 2 are shown but block nothing; the final one is due a month after")
  void nis2() {
    var profile = new RegulatoryProfile(Answer.NO, Answer.NO, Answer.YES);
    var site =
        AffectedSite.of(
            Facts.establishment(SITE, "990000002"), profile, Facts.DISCOVERED, Examples.NOW);
    var theCase = received.withAffected(List.of(site)).withDeadlines(List.of());
    var at = Instant.parse("2027-01-31T10:00:00Z");
    var met =
        Settlement.of(
                theCase.settled(Examples.RULES),
                edit("NIS2_NOTIFICATION", MET, at, null),
                Examples.RESPONDER,
                at,
                Examples.RULES)
            .aggregate();

    assertThat(clock(met, "NIS2_FINAL").dueAt()).isEqualTo("2027-02-28T10:00:00Z");
    assertThat(met.deadlines())
        .filteredOn(it -> it.deadline().regime().startsWith("NIS2_"))
        .noneMatch(WatchedDeadline::blocksClosing);
  }

  @Test
  @DisplayName("are met by the national report that the declaration speaks of")
  void nationalReport() {
    var reported =
        Declarations.complemented(
                received, reported(received.id(), "2026-11-24T07:30:00Z"), Examples.NOW)
            .settled(Examples.RULES);

    assertThat(clock(reported, "CSP_L1111_8_2"))
        .returns(MET, Deadline::status)
        .returns(Instant.parse("2026-11-24T07:30:00Z"), Deadline::at)
        .returns("SIG-7", Deadline::reference);
  }

  @Test
  @DisplayName("run for each affected establishment")
  void affected() {
    var noticed = Examples.NOW;
    var added = noticed.plus(Duration.ofHours(6));
    var site =
        AffectedSite.of(
            Facts.establishment("990000028", "990000002"),
            RegulatoryProfile.UNKNOWN,
            noticed,
            added);
    var after =
        Edits.affected(received, site, Examples.RESPONDER, added, Examples.RULES).aggregate();

    assertThat(Deadlines.find(after.deadlines(), "990000028", "GDPR_33"))
        .get()
        .returns(noticed.plus(Duration.ofDays(3)), it -> it.deadline().dueAt());
    assertThat(Deadlines.find(after.deadlines(), "990000028", "FIRST_CONTACT"))
        .get()
        .as("nobody promised to call there before")
        .returns(added, it -> it.deadline().t0());
  }

  @Test
  @DisplayName("are settled truthfully: late is late, and what is not done has a reason")
  void truthful() {
    var late = Instant.parse("2026-11-28T00:00:00Z");
    assertThatThrownBy(() -> settle(received, edit("LOPMI_COMPLAINT", MET, late, null)))
        .isInstanceOf(RuleViolation.class);
    assertThat(
            clock(
                    settle(received, edit("LOPMI_COMPLAINT", MET_LATE, late, "Police closed")),
                    "LOPMI_COMPLAINT")
                .status())
        .isEqualTo(MET_LATE);
    assertThatThrownBy(() -> settle(received, edit("LOPMI_COMPLAINT", NOT_DONE, null, " ")))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> settle(received, edit("LOPMI_COMPLAINT", MET, null, null)))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> settle(received, edit("OSE", NOT_APPLICABLE, null, "Is none")))
        .isInstanceOf(Invalid.class);
    assertThat(clock(settle(received, edit("CSP_L1111_8_2", MET, late, null)), "CSP_L1111_8_2"))
        .as("without delay: no hour of the law to be late for")
        .returns(MET, Deadline::status);
  }

  @Test
  @DisplayName("of a breach start when somebody first says that there is one")
  void breach() {
    var noon = Instant.parse("2026-11-24T12:00:00Z");
    var declared =
        Declarations.complemented(received, breached(received.id(), 2), noon)
            .settled(Examples.RULES);
    var again =
        Declarations.complemented(declared, breached(received.id(), 3), noon.plusSeconds(60))
            .settled(Examples.RULES);
    var opened =
        Openings.declared(breached(UUID.randomUUID(), 1), "PRIS-1", Examples.NOW, Examples.RULES);

    assertThat(clock(received, "GDPR_33").t0()).as("not known yet").isEqualTo(Facts.DISCOVERED);
    assertThat(clock(declared, "GDPR_33"))
        .returns(noon, Deadline::t0)
        .returns(2, Deadline::t0Revision)
        .returns(noon.plus(Duration.ofDays(3)), Deadline::dueAt);
    assertThat(clock(declared, "CSP_L1111_8_2").t0()).isEqualTo(Facts.DISCOVERED);
    assertThat(clock(again, "GDPR_33")).isEqualTo(clock(declared, "GDPR_33"));
    assertThat(clock(opened, "GDPR_33").t0()).isEqualTo(Facts.DISCOVERED.plusSeconds(1200));
    assertThat(
            clock(qualified(received, Severity.MAJOR, Answer.YES, Origin.MALICIOUS), "GDPR_33")
                .t0())
        .isEqualTo(Examples.NOW);
  }

  @Test
  @DisplayName("that a person lets run follow the facts all the same, but for whether they apply")
  void running() {
    var harmless = qualified(received, Severity.MINOR, Answer.NO, Origin.NON_MALICIOUS);
    var running =
        settle(
            settle(harmless, edit("FIRST_CONTACT", RUNNING, null, null)),
            edit("CSP_L1111_8_2", RUNNING, null, "It may be grave"));

    assertThat(clock(running, "CSP_L1111_8_2").status()).isEqualTo(RUNNING);
    assertThat(
            clock(qualified(running, Severity.MAJOR, Answer.NO, Origin.MALICIOUS), "FIRST_CONTACT")
                .dueAt())
        .isEqualTo("2026-11-24T08:30:00Z");
    var reported =
        Declarations.complemented(
                running, reported(received.id(), "2026-11-24T07:30:00Z"), Examples.NOW)
            .settled(Examples.RULES);
    assertThat(clock(reported, "CSP_L1111_8_2").status()).isEqualTo(MET);
  }

  @Test
  @DisplayName("keep what a later word on them leaves out")
  void leftOut() {
    var at = Examples.NOW;
    var partial =
        settle(received, new ChangeDeadline(1L, SITE, "GDPR_33", MET, at, "CNIL-1", null, true));
    var again = settle(partial, edit("GDPR_33", MET, at.plusSeconds(60), null));

    assertThat(Deadlines.find(again.deadlines(), SITE, "GDPR_33"))
        .get()
        .returns(true, WatchedDeadline::partial)
        .returns("CNIL-1", it -> it.deadline().reference());
    assertThat(clock(again, "GDPR_33_COMPLEMENT").t0()).isEqualTo(at.plusSeconds(60));
    assertThat(clock(settle(again, edit("GDPR_33", RUNNING, null, null)), "GDPR_33"))
        .as("no longer met: of nothing")
        .returns(null, Deadline::reference)
        .returns(null, Deadline::at);
  }

  @Test
  @DisplayName("of a closed case take a later reference, and nothing else")
  void closed() {
    var at = Examples.NOW;
    var met = settle(received, edit("LOPMI_COMPLAINT", MET, at, null));
    var closed = met.with(met.course().to(CaseStatus.CLOSED, at));
    var later = new ChangeDeadline(1L, SITE, "LOPMI_COMPLAINT", MET, null, "PV-2026-9", null, null);

    assertThat(clock(settle(closed, later), "LOPMI_COMPLAINT"))
        .returns("PV-2026-9", Deadline::reference)
        .returns(at, Deadline::at);
    for (var other :
        List.of(
            edit("LOPMI_COMPLAINT", MET, at.plusSeconds(60), null),
            edit("LOPMI_COMPLAINT", NOT_APPLICABLE, null, "No insurer"),
            new ChangeDeadline(1L, SITE, "LOPMI_COMPLAINT", MET, at, null, null, true),
            edit("LOPMI_COMPLAINT", MET, at, "Another word"))) {
      assertThatThrownBy(() -> settle(closed, other))
          .isInstanceOf(RuleViolation.class)
          .hasMessage("CASE_NOT_OPEN");
    }
  }

  @Test
  @DisplayName("stand still once the case ended, and go on with it")
  void ended() {
    var rejected = received.with(received.course().to(CaseStatus.REJECTED, Examples.NOW));
    var told =
        Declarations.complemented(rejected, breached(received.id(), 2), Examples.NOW)
            .settled(Examples.RULES);
    var reopened =
        told.with(told.course().to(CaseStatus.IN_TRIAGE, Examples.NOW)).settled(Examples.RULES);

    assertThat(told.deadlines()).isEqualTo(received.deadlines());
    assertThat(clock(reopened, "GDPR_33").status()).isEqualTo(RUNNING);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T08:00:00Z, 2026-11-24T10:00:00Z", // a Tuesday morning
    "2026-11-27T16:30:00Z, 2026-11-30T09:30:00Z", // Friday 17:30 in Paris
    "2026-11-28T12:00:00Z, 2026-11-30T10:00:00Z", // a Saturday
    "2026-11-24T03:00:00Z, 2026-11-24T10:00:00Z" // before opening
  })
  @DisplayName("of our own run in working hours where they say so")
  void workingTime(Instant from, Instant due) {
    assertThat(new Regime.Span(0, 0, 0, 120, 0).from(from)).isEqualTo(due);
  }

  private static Case settle(Case theCase, ChangeDeadline edit) {
    var now = Instant.parse("2026-11-29T00:00:00Z");
    return Settlement.of(theCase, edit, Examples.RESPONDER, now, Examples.RULES).aggregate();
  }

  private static ChangeDeadline edit(
      String regime, DeadlineStatus status, @Nullable Instant at, @Nullable String reason) {
    return new ChangeDeadline(1L, SITE, regime, status, at, null, reason, null);
  }

  private static Case qualified(Case it, Severity severity, Answer personalData, Origin origin) {
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
    return Transitions.qualified(it, command, Examples.NOW).settled(Examples.RULES);
  }

  private static DeclaredFacts reported(UUID id, String at) {
    var it = Facts.ransomware(id, SITE, 2);
    return facts(it, it.dataImpact(), new NationalReport(Answer.YES, Instant.parse(at), "SIG-7"));
  }

  private static DeclaredFacts breached(UUID id, long version) {
    var impact = new DataImpact(DataState.PROVEN, null, null, Answer.YES);
    return facts(Facts.ransomware(id, SITE, version), impact, null);
  }

  private static DeclaredFacts facts(
      DeclaredFacts it, @Nullable DataImpact impact, @Nullable NationalReport report) {
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
        it.description(),
        it.scope(),
        it.affectedSystems(),
        it.patientHarm(),
        it.careMode(),
        it.vitalServiceDown(),
        impact,
        it.othersMayBeAffected(),
        report,
        it.submittedAt());
  }

  private static Deadline clock(Case theCase, String regime) {
    return Deadlines.find(theCase.deadlines(), SITE, regime).orElseThrow().deadline();
  }
}
