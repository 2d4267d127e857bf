package org.pris.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.contracts.DeadlineStatus.MET;
import static org.pris.contracts.DeadlineStatus.NOT_APPLICABLE;
import static org.pris.contracts.DeadlineStatus.RUNNING;
import static org.pris.contracts.DeadlineStatus.TO_ASSESS;
import static org.pris.triage.Clocks.clock;
import static org.pris.triage.Clocks.edit;
import static org.pris.triage.Clocks.qualified;
import static org.pris.triage.Clocks.settle;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Answer;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Deadline;
import org.pris.contracts.Origin;
import org.pris.contracts.Severity;

@DisplayName("The clocks of a case")
class DeadlinesFollowFactsTest {

  final Case received = Examples.received();

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
  @DisplayName("are met by the national report that the declaration speaks of")
  void nationalReport() {
    var reported =
        Declarations.complemented(
                received, Facts.reported(received.id(), "2026-11-24T07:30:00Z"), Examples.NOW)
            .recalculated(Examples.RULES);

    assertThat(clock(reported, "CSP_L1111_8_2"))
        .returns(MET, Deadline::status)
        .returns(Instant.parse("2026-11-24T07:30:00Z"), Deadline::at)
        .returns("SIG-7", Deadline::reference);
  }

  @Test
  @DisplayName("of a breach start when somebody first says that there is one")
  void breach() {
    var noon = Instant.parse("2026-11-24T12:00:00Z");
    var declared =
        Declarations.complemented(received, Facts.breached(received.id(), 2), noon)
            .recalculated(Examples.RULES);
    var again =
        Declarations.complemented(declared, Facts.breached(received.id(), 3), noon.plusSeconds(60))
            .recalculated(Examples.RULES);
    var opened =
        CaseFactory.declared(
            Facts.breached(UUID.randomUUID(), 1), "PRIS-1", Examples.NOW, Examples.RULES);

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
                running, Facts.reported(received.id(), "2026-11-24T07:30:00Z"), Examples.NOW)
            .recalculated(Examples.RULES);
    assertThat(clock(reported, "CSP_L1111_8_2").status()).isEqualTo(MET);
  }

  @Test
  @DisplayName("stand still once the case ended, and go on with it")
  void ended() {
    var rejected = received.with(received.lifecycle().to(CaseStatus.REJECTED, Examples.NOW));
    var told =
        Declarations.complemented(rejected, Facts.breached(received.id(), 2), Examples.NOW)
            .recalculated(Examples.RULES);
    var reopened =
        told.with(told.lifecycle().to(CaseStatus.IN_TRIAGE, Examples.NOW))
            .recalculated(Examples.RULES);

    assertThat(told.deadlines()).isEqualTo(received.deadlines());
    assertThat(clock(reopened, "GDPR_33").status()).isEqualTo(RUNNING);
  }
}
