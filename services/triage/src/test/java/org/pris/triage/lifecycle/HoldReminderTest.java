package org.pris.triage.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.CaseEvent.CaseHoldOver;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Severity;
import org.pris.triage.Examples;

@DisplayName("A hold that has run out")
class HoldReminderTest {

  @Test
  @DisplayName("is told once, and never before its day or after a resumption")
  void once() {
    var held = Examples.held(CaseStatus.ENGAGED, Severity.MAJOR);
    var later = Examples.NOW.plus(Duration.ofHours(1));

    var told = HoldReminder.reminded(held, later);
    assertThat(told.events()).hasSize(1).first().isInstanceOf(CaseHoldOver.class);
    assertThat(HoldReminder.reminded(told.aggregate(), later).events()).isEmpty();
    assertThat(HoldReminder.reminded(held, Examples.NOW.minusSeconds(1)).events()).isEmpty();
    var resumed = held.with(held.lifecycle().to(CaseStatus.ENGAGED, later));
    assertThat(HoldReminder.reminded(resumed, later).events()).isEmpty();
  }
}
