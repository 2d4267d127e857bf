package org.pris.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.contracts.DeadlineStatus.MET;
import static org.pris.triage.Clocks.clock;
import static org.pris.triage.Clocks.edit;
import static org.pris.triage.Facts.SITE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pris.contracts.Answer;
import org.pris.contracts.Deadline;
import org.pris.contracts.DeadlineKind;
import org.pris.contracts.DeadlineStatus;
import org.pris.contracts.RegulatoryProfile;
import org.pris.triage.deadline.CaseDeadline;
import org.pris.triage.deadline.Deadlines;
import org.pris.triage.deadline.Regime;
import org.pris.triage.edit.CaseEdits;
import org.pris.triage.edit.DeadlineSettlement;

@DisplayName("The clocks of a case")
class DeadlinesTest {

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
  @DisplayName("of NIS 2 are shown but block nothing; the final one is due a month after")
  void nis2() {
    var profile = new RegulatoryProfile(Answer.NO, Answer.NO, Answer.YES);
    var site =
        AffectedSite.of(
            Facts.establishment(SITE, "990000002"), profile, Facts.DISCOVERED, Examples.NOW);
    var theCase = received.withAffected(List.of(site)).withDeadlines(List.of());
    var at = Instant.parse("2027-01-31T10:00:00Z");
    var met =
        DeadlineSettlement.of(
                theCase.recalculated(Examples.RULES),
                edit("NIS2_NOTIFICATION", MET, at, null),
                Examples.RESPONDER,
                at,
                Examples.RULES)
            .aggregate();

    assertThat(clock(met, "NIS2_FINAL").dueAt()).isEqualTo("2027-02-28T10:00:00Z");
    assertThat(met.deadlines())
        .filteredOn(it -> it.deadline().regime().startsWith("NIS2_"))
        .noneMatch(CaseDeadline::blocksClosing);
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
        CaseEdits.affected(received, site, false, Examples.RESPONDER, added, Examples.RULES)
            .aggregate();

    assertThat(Deadlines.find(after.deadlines(), "990000028", "GDPR_33"))
        .get()
        .returns(noticed.plus(Duration.ofDays(3)), it -> it.deadline().dueAt());
    assertThat(Deadlines.find(after.deadlines(), "990000028", "FIRST_CONTACT"))
        .get()
        .as("nobody promised to call there before")
        .returns(added, it -> it.deadline().t0());
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
}
