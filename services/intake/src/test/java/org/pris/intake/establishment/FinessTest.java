package org.pris.intake.establishment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A FINESS number")
class FinessTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "690781810",
        "380780080",
        "750712184",
        "060785011",
        "2A0000154",
        "2B0000038",
        "990000010",
        "990000028",
        "990000036",
        "996900015",
        "993800077",
        "2B0004246",
        "2B0005342"
      })
  @DisplayName("is right where its check digit fits, a letter counting A = 1 and B = 2")
  void right(String written) {
    assertThat(Finess.read(written)).hasValue(new Finess(written, Finess.Key.RIGHT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"690781811", "990000011", "990000001", "960781810"})
  @DisplayName("of digits with another check digit is wrong")
  void wrong(String written) {
    assertThat(Finess.read(written)).hasValue(new Finess(written, Finess.Key.WRONG));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2A0000155", "2B0000031"})
  @DisplayName("of Corsica with another check digit is only doubtful")
  void doubtful(String written) {
    assertThat(Finess.read(written)).hasValue(new Finess(written, Finess.Key.DOUBTFUL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "75071218", "7507121840", "69078I810", "A90781810", "690781-10", "٦٩٠٧٨١٨١٠"})
  @DisplayName("is none where length or characters do not fit")
  void none(String written) {
    assertThat(Finess.read(written)).isEmpty();
  }

  @Test
  @DisplayName("may be written in groups and in small letters")
  void groups() {
    assertThat(Finess.read(" 69 078\u00a0181\u202f0 ")).map(Finess::value).hasValue("690781810");
    assertThat(Finess.read("2a 000 015 4")).map(Finess::value).hasValue("2A0000154");
  }
}
