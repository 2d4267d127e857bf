package org.pris.intake.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A telephone number")
class TelephoneNumberTest {

  @ParameterizedTest(name = "{0} is stored as {1}")
  @DisplayName("is stored as it is dialled")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          06 39 98 41 07              | +33639984107
          +33 6 39 98 41 07           | +33639984107
          +33 (0)6.39.98.41.07        | +33639984107
          0033 6 39 98 00 00          | +33639980000
          (+33) 6 39 98 00 00         | +33639980000
          tel:+33639980000            | +33639980000
          ０６ ３９ ９８ ００ ００         | +33639980000
          04-65-71-00-00              | +33465710000
          04 65 71 00 00 poste 4512   | +33465710000;ext=4512
          04 65 71 00 00, ext. 12     | +33465710000;ext=12
          04.65.71.00.00 p. 7         | +33465710000;ext=7
          tel:+33465710000;ext=4512   | +33465710000;ext=4512
          +33465710000;ext=4512       | +33465710000;ext=4512
          0692 12 34 56               | +262692123456
          +33 692 12 34 56            | +262692123456
          0262 20 20 20               | +262262202020
          0639 01 23 45               | +262639012345
          0690 30 12 34               | +590690301234
          0596 60 12 34               | +596596601234
          0694 20 12 34               | +594694201234
          +687 28 12 34               | +687281234
          +689 40 12 34 56            | +68940123456
          +508 41 12 34               | +508411234
          +41 22 555 01 02            | +41225550102
          """)
  void dialled(String written, String stored) {
    assertThat(TelephoneNumber.stored(written)).isEqualTo(stored);
    assertThat(TelephoneNumber.stored(stored)).isEqualTo(stored);
  }

  @ParameterizedTest
  @DisplayName("is read without the marks that come along when it is pasted")
  @ValueSource(
      strings = {
        "\u202a06 39 98 00 00\u202c",
        "\u200e+33\u00a06\u202f39\u00a098\u00a000\u00a000",
        "\ufeff06\u200b39980000"
      })
  void pasted(String written) {
    assertThat(TelephoneNumber.stored(written)).isEqualTo("+33639980000");
  }

  @ParameterizedTest
  @DisplayName("that is none stays as it was written")
  @ValueSource(
      strings = {"appelez le standard", "12", "15", "06 39 98 41", "06 39 98 00 11 (Anne)", ""})
  void none(String written) {
    assertThat(TelephoneNumber.stored(written)).isEqualTo(written);
  }
}
