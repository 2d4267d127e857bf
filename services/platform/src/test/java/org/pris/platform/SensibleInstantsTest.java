package org.pris.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("An instant that somebody sends")
class SensibleInstantsTest {

  final JsonMapper json =
      JsonMapper.builder().addModule(new PlatformConfiguration().sensibleInstants()).build();

  @ParameterizedTest
  @ValueSource(
      strings = {"1900-01-01T00:00:00Z", "2026-11-25T01:02:03.004Z", "2200-01-01T00:00:00Z"})
  @DisplayName("is taken where a clock may show it")
  void sensible(String instant) {
    assertThat(json.readValue("\"" + instant + "\"", Instant.class)).isEqualTo(instant);
  }

  @Test
  @DisplayName("is kept as the store keeps it, in milliseconds")
  void milliseconds() {
    assertThat(json.readValue("\"2026-11-25T01:02:03.004999Z\"", Instant.class))
        .isEqualTo("2026-11-25T01:02:03.004Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1899-12-31T23:59:59.999Z",
        "2200-01-01T00:00:00.001Z",
        "-1000000000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59.999999999Z"
      })
  @DisplayName("is refused where it would overflow in the store, or in a sum")
  void senseless(String instant) {
    assertThatThrownBy(() -> json.readValue("\"" + instant + "\"", Instant.class))
        .isInstanceOf(InvalidFormatException.class);
  }
}
