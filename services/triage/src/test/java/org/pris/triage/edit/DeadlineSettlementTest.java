package org.pris.triage.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pris.contracts.DeadlineStatus.MET;
import static org.pris.contracts.DeadlineStatus.MET_LATE;
import static org.pris.contracts.DeadlineStatus.NOT_APPLICABLE;
import static org.pris.contracts.DeadlineStatus.NOT_DONE;
import static org.pris.contracts.DeadlineStatus.RUNNING;
import static org.pris.triage.Clocks.clock;
import static org.pris.triage.Clocks.edit;
import static org.pris.triage.Clocks.settle;
import static org.pris.triage.Facts.SITE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Deadline;
import org.pris.platform.problem.Invalid;
import org.pris.platform.problem.RuleViolation;
import org.pris.triage.Case;
import org.pris.triage.Examples;
import org.pris.triage.command.CaseEdit.ChangeDeadline;
import org.pris.triage.deadline.CaseDeadline;
import org.pris.triage.deadline.Deadlines;

@DisplayName("The clocks of a case")
class DeadlineSettlementTest {

  final Case received = Examples.received();

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
  @DisplayName("keep what a later word on them leaves out")
  void leftOut() {
    var at = Examples.NOW;
    var partial =
        settle(received, new ChangeDeadline(1L, SITE, "GDPR_33", MET, at, "CNIL-1", null, true));
    var again = settle(partial, edit("GDPR_33", MET, at.plusSeconds(60), null));

    assertThat(Deadlines.find(again.deadlines(), SITE, "GDPR_33"))
        .get()
        .returns(true, CaseDeadline::partial)
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
    var closed = met.with(met.lifecycle().to(CaseStatus.CLOSED, at));
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
}
