package org.pris.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The pause after a failure")
class BackoffTest {

  static final Duration FIRST = Duration.ofSeconds(5);

  @ParameterizedTest(name = "of {0} in a row is {1} s")
  @CsvSource({"1,5", "2,30", "3,120", "4,300", "5,600", "6,900", "7,900", "500,900"})
  @DisplayName("grows to a quarter of an hour and stays there")
  void grows(int failures, int seconds) {
    assertThat(Backoff.pause(FIRST, failures, false, 0)).hasSeconds(seconds);
  }

  @ParameterizedTest(name = "of {0} in a row is {1} s")
  @CsvSource({"1,5", "3,120", "4,300", "5,300", "6,300", "500,300"})
  @DisplayName("is five minutes at most while a major incident waits")
  void urgent(int failures, int seconds) {
    assertThat(Backoff.pause(FIRST, failures, true, 0)).hasSeconds(seconds);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 0.999})
  @DisplayName("is shortened by chance, up to a fifth, never lengthened")
  void jitter(double chance) {
    assertThat(Backoff.pause(FIRST, 6, false, chance))
        .isBetween(Duration.ofMinutes(12), Duration.ofMinutes(15));
  }

  @Test
  @DisplayName("is not the same for endpoints that failed together")
  void differs() {
    assertThat(Backoff.pause(FIRST, 6, false, 0.2))
        .isNotEqualTo(Backoff.pause(FIRST, 6, false, 0.8));
  }
}
