package org.pris.local.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The endpoint that fails at times")
class FailureScheduleTest {

  static final Instant AWAY = Instant.parse("2026-11-24T08:00:00Z");

  @Test
  @DisplayName("answers 503 and nothing in turn for four seconds of every minute")
  void away() {
    var absence = new FailureSchedule();
    assertThat(absence.answer(AWAY)).isEqualTo(503);
    assertThat(absence.answer(AWAY.plusSeconds(3))).isEqualTo(FailureSchedule.NO_ANSWER);
    assertThat(absence.answer(AWAY.plusSeconds(4))).isEqualTo(204);
    assertThat(absence.answer(AWAY.plusSeconds(59))).isEqualTo(204);
    assertThat(absence.answer(AWAY.plusSeconds(60))).isEqualTo(503);
  }
}
