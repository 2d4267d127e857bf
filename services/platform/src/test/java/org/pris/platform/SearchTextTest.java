package org.pris.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A search")
class SearchTextTest {

  @ParameterizedTest
  @CsvSource({
    "CH Nord-Beaujour, ch\u00a0nord\u2011beaujour",
    "CH Nord-Beaujour, nord beau",
    "CH Nord Beaujour, NORD-BEAUJOUR",
    "Hôpital du Sacré-Cœur, sacre coeur",
    "Hôpital du Sacré-Coeur, SACRÉ-CŒUR",
    "Val-Brisé, val\u202fbrise\u0301",
    "Val-Brisé, v\u200bal bri\u00adsé",
    "'L’Orée', l'oree",
    "990000010, 990 000 010",
    "990000010, 990\u00a0000\u202f010",
    "990 000 010, 990000010",
    "PRIS-2026-000004 4, pris 2026 4",
    "PRIS-2026-000004 4, Pris-2026-000004",
    "Villebois, ＶＩＬＬＥＢＯＩＳ"
  })
  @DisplayName("finds a name or number as people type, paste and print it")
  void found(String text, String typed) {
    assertThat(answers(text, typed)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"CH Nord-Beaujour, sud", "990000010, 990 000 028", "Val-Brisé, val bris x"})
  @DisplayName("does not find another")
  void missed(String text, String typed) {
    assertThat(answers(text, typed)).isFalse();
  }

  @Test
  @DisplayName("asks nothing by what cannot be seen")
  void unseen() {
    assertThat(SearchText.readings(" \u200b\u00a0\u0000-")).isEmpty();
    assertThat(SearchText.words("\u2060\u00ad")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PRIS-2026-000004",
    "pris-2026-000004",
    "' pris-2026-000004 '",
    "\u00a0PRIS\u20112026\u2011000004\u200b",
    "pris 2026 000004"
  })
  @DisplayName("knows a reference as mails write it")
  void reference(String written) {
    assertThat(SearchText.reference(written)).isEqualTo("PRIS-2026-000004");
  }

  private static boolean answers(String text, String question) {
    var words = SearchText.words(text);
    return SearchText.readings(question).stream()
        .anyMatch(
            all -> all.stream().allMatch(one -> words.stream().anyMatch(it -> it.startsWith(one))));
  }
}
