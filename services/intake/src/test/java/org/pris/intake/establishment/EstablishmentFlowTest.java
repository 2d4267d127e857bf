package org.pris.intake.establishment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pris.contracts.Role;
import org.pris.intake.HttpAnswer;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@FlowTest
@DisplayName("The registry")
class EstablishmentFlowTest {

  static final String ALL = "/api/establishments";

  @Autowired Callers callers;

  @ParameterizedTest
  @CsvSource({
    "q=val bris, 990000028",
    "q=BRISÉ, 990000028",
    "q=990000010, 990000010",
    "q=d'ancelle samu, 997401021",
    "q=hopital nord beaujour villebois, 990000010",
    "department=38&q=vernay, ",
    "department=69&q=vernay, 996901054",
    "q=CH Nord-Beaujour, 990000010",
    "q=nord‑beaujour, 990000010",
    "q=990 000 010, 990000010",
    "q=990 000 010, 990000010",
    "q=9900​00010, 990000010",
    "q=zzz, ",
    "q=.*, 990000010",
    "department=99, "
  })
  @DisplayName("is searched by the beginnings of words, without accents")
  void search(String query, @Nullable String finess) {
    var anybody = callers.as("ars1", Role.AUTHORITY);

    var found = finesses(HttpAnswer.get(anybody, ALL + "?limit=200&" + query));

    if (finess == null) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).contains(finess);
    }
  }

  @Test
  @DisplayName("is paged by name without repeating or skipping")
  void pages() {
    var anybody = callers.as("declarant1", Role.DECLARANT);
    List<String> all = new ArrayList<>();
    var next = "";
    do {
      var page = HttpAnswer.get(anybody, ALL + "?department=69&limit=2" + next);
      all.addAll(finesses(page));
      next = page.body().path("next").isNull() ? "" : "&after=" + page.text("next");
    } while (!next.isEmpty());

    assertThat(all).doesNotHaveDuplicates().hasSize(9);
    assertThat(all).isEqualTo(finesses(HttpAnswer.get(anybody, ALL + "?department=69")));
  }

  @Test
  @DisplayName("shows contacts and profile to the establishment, responders and administrators")
  void insiders() {
    for (var insider :
        List.of(
            callers.as("declarant1", Set.of("990000010"), Role.DECLARANT),
            callers.as("group", Set.of("990010027"), Role.DECLARANT),
            callers.as("responder1", Role.RESPONDER),
            callers.as("lead1", Role.LEAD),
            callers.as("admin1", Role.ADMIN))) {
      var seen = HttpAnswer.get(insider, ALL + "/990000010").body();
      assertThat(seen.at("/contacts/switchboard").asString("")).startsWith("+33");
      assertThat(seen.at("/profile/insured").asString("")).isEqualTo("YES");
    }
  }

  @Test
  @DisplayName("shows neither to anybody else")
  void outsiders() {
    for (var outsider :
        List.of(
            callers.as("declarant2", Set.of("990000028"), Role.DECLARANT),
            callers.as("ars1", Set.of("990000010"), Role.AUTHORITY),
            callers.as("soc", Set.of("990000010"), Role.REPORTER))) {
      for (var path : List.of("/990000010", "?q=990000010")) {
        assertThat(HttpAnswer.get(outsider, ALL + path).body().toString())
            .contains("CH Nord-Beaujour")
            .doesNotContain("+33", "insured");
      }
    }
  }

  @Test
  @DisplayName("lists the sites of a legal entity as its people's own")
  void own() {
    RestTestClient group = callers.as("declarant3", Set.of("990000036"), Role.DECLARANT);

    assertThat(finesses(HttpAnswer.get(group, ALL + "?own=true")))
        .containsExactlyInAnyOrder("990101016", "990101024", "990101032");
    assertThat(
            finesses(HttpAnswer.get(callers.as("declarant0", Role.DECLARANT), ALL + "?own=true")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"996900015, 404", "nonsense, 404", "99 000 001 0, 200"})
  @DisplayName("answers 404 to a number that it does not know")
  void unknown(String finess, int status) {
    assertThat(HttpAnswer.get(callers.as("ars1", Role.AUTHORITY), ALL + "/" + finess).status())
        .isEqualTo(status);
  }

  @Test
  @DisplayName("is closed to whoever has no account, and to a question of too many words")
  void refused() {
    assertThat(HttpAnswer.get(callers.nobody(), ALL).status()).isEqualTo(401);
    assertThat(
            HttpAnswer.get(callers.as("ars1", Role.AUTHORITY), ALL + "?q=a b c d e f g h i")
                .status())
        .isEqualTo(400);
  }

  private static List<String> finesses(HttpAnswer answer) {
    return answer.body().path("items").findValuesAsString("finess");
  }
}
