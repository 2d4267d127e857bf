package org.pris.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pris.notification.Rules;

@DisplayName("Retry-After")
class RetryAfterTest {

  static final Instant NOW = Instant.parse("2026-12-01T03:00:00Z");

  final Backoff backoff = new Backoff(Rules.allowing());

  @ParameterizedTest(name = "{0} with {1}: {2} s")
  @CsvSource({
    "429, 90, 90",
    "503, ' 120 ', 120",
    "429, 'Tue, 01 Dec 2026 03:05:00 GMT', 300",
    "429, 999999999, 3600",
    "503, 'Wed, 01 Dec 2027 03:00:00 GMT', 3600"
  })
  @DisplayName("is read as seconds or as a date, up to an hour")
  void read(int status, String value, long seconds) {
    assertThat(RetryAfter.of(status, value, NOW)).isEqualTo(NOW.plusSeconds(seconds));
  }

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource({
    "429,",
    "429, 0",
    "429, -5",
    "429, soon",
    "429, 1e3",
    "429, 99999999999999999999",
    "429, 'Mon, 30 Nov 2026 03:00:00 GMT'",
    "500, 90",
    "302, 90"
  })
  @DisplayName("asks for nothing where it cannot be read, is past, or comes with another answer")
  void nothing(int status, String value) {
    assertThat(RetryAfter.of(status, value, NOW)).isNull();
  }

  @Test
  @DisplayName("lengthens the pause, also while a major incident waits, and never shortens it")
  void pause() {
    var asked = NOW.plusSeconds(1_200);

    assertThat(backoff.next(NOW, 1, true, asked)).isEqualTo(asked);
    assertThat(backoff.next(NOW, 6, false, NOW.plusSeconds(1)))
        .isAfter(NOW.plus(Duration.ofSeconds(1)));
  }
}
