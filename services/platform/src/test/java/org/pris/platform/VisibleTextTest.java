package org.pris.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A text")
class VisibleTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\t\r\n",
        "\u00A0",
        "\u200B\u200B",
        "\u202A\u202C",
        "\uFEFF",
        "\u2060",
        "\u3000",
        "\u2028",
        "\u3164",
        "\u2800",
        "\u0301",
        "\u0000",
        "\u00AD"
      })
  @DisplayName("of which nothing can be seen is blank")
  void blank(String text) {
    assertThat(VisibleText.isBlank(text)).isTrue();
    assertThat(VisibleText.isBlank(null)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "\u200Bé", "?", "1", "€", "文", "👩‍⚕️", "e\u0301"})
  @DisplayName("of which anything can be seen is none")
  void visible(String text) {
    assertThat(VisibleText.isBlank(text)).isFalse();
    assertThat(VisibleText.holdsControls(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x07, 0x08, 0x0B, 0x1B, 0x7F, 0x85, 0xD800, 0xDFFF})
  @DisplayName("holds controls where a character is one, or half of a pair")
  void controls(int codeUnit) {
    assertThat(VisibleText.holdsControls("a" + (char) codeUnit + "b")).isTrue();
  }

  @Test
  @DisplayName("may have lines and tabs")
  void lines() {
    assertThat(VisibleText.holdsControls("a\tb\r\nc\n")).isFalse();
    assertThat(VisibleText.holdsControls(null)).isFalse();
  }
}
