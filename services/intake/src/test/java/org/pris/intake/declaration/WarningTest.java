package org.pris.intake.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.intake.DeclarationBodies;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("A warning")
class WarningTest {

  final BodyReader bodies = new BodyReader(JsonMapper.shared());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Patient 2 84 05 38 185 042 17 transféré",
        "NIR 284053818504217.",
        "1 51 02 2A 330 108",
        "255081416802538"
      })
  @DisplayName("is given where the text holds what looks like a social security number")
  void nir(String text) {
    assertThat(Warning.of("990000010", answers(text)))
        .extracting(Warning::field, Warning::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("description", Warning.Code.NIR));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Appeler le 04 65 71 10 35 ou le +33 6 39 98 41 07",
        "Serveur 10.12.84.05 arrêté le 24/11/2026 à 06:40:00",
        "Rançon de 1 000 000 000 000 dollars, dossier 12345678901234567890"
      })
  @DisplayName("is not given for telephone numbers, addresses, dates and sums")
  void other(String text) {
    assertThat(Warning.of("990000010", answers(text))).isEmpty();
  }

  @Test
  @DisplayName("is given for a Corsican number whose check digit does not fit")
  void corsica() {
    assertThat(Warning.of("2A0000155", answers("Rien")))
        .extracting(Warning::code)
        .containsExactly(Warning.Code.FINESS_KEY);
  }

  private Answers answers(String description) {
    var body = DeclarationBodies.declaration("990000010").put("description", description);
    return bodies.read(body, Answers.class, new ArrayList<>());
  }
}
