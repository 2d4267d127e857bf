package org.pris.timeline.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The canonical form")
class CanonicalTest {

  @Test
  @DisplayName("of RFC 8785's example is the RFC's")
  void example() {
    var given =
        """
        {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
         "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
         "literals": [null, true, false]}
        """;

    assertThat(Canonical.form(Canonical.read(given)))
        .isEqualTo(
            """
            {"literals":[null,true,false],\
            "numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],\
            "string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}\
            """);
  }

  @Test
  @DisplayName("sorts keys by their UTF-16 units")
  void order() {
    var given =
        """
        {"\\u20ac": 1, "\\r": 2, "\\ufb33": 3, "1": 4, "\\ud83d\\ude00": 5, "\\u0080": 6, "\\u00f6": 7}
        """;

    assertThat(Canonical.form(Canonical.read(given)))
        .isEqualTo(
            "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,"
                + "\"\ufb33\":3}");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "9007199254740992, 9007199254740992",
    "-9007199254740992, -9007199254740992",
    "1e21, 1e+21",
    "999999999999999900000, 999999999999999900000",
    "0.000001, 0.000001",
    "1e-7, 1e-7"
  })
  @DisplayName("writes numbers as ECMAScript does")
  void numbers(String given, String expected) {
    assertThat(Canonical.form(Canonical.read("[" + given + "]"))).isEqualTo("[" + expected + "]");
  }

  @Test
  @DisplayName("is hashed as UTF-8, in lower-case hexadecimal")
  void hash() {
    assertThat(Canonical.hash("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Canonical.hash("é"))
        .isEqualTo("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
  }
}
