package org.pris.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pris.contracts.Answer;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.client.RestTestClient;

@FlowTest
@DisplayName("The registry")
class EstablishmentFlowTest {

  static final String ALL = "/api/establishments";

  @Autowired Callers callers;
  @Autowired Published published;
  @Autowired Registry registry;
  @Autowired RegistryFile file;
  @Autowired MongoOperations mongo;

  @Test
  @DisplayName("tells of each establishment once, however often its file is read")
  void once() throws Exception {
    var before = mongo.findAll(RegistryEntry.class);
    file.run(new org.springframework.boot.DefaultApplicationArguments());
    var last =
        new RegistryLine(
            "2A0000155",
            "2A0000154",
            "CH",
            "CH de la Corse fictive",
            null,
            "2A",
            "355",
            Answer.UNKNOWN,
            Answer.UNKNOWN,
            Answer.UNKNOWN,
            null,
            null,
            null);
    registry.register(last);

    published.await(
        Topics.DECLARATIONS, RegistryEntry.id("2A0000155"), "establishment.registered.v1");
    for (var line : RegistryFile.lines()) {
      var id = RegistryEntry.id(line.finess());
      var event = published.await(Topics.DECLARATIONS, id, "establishment.registered.v1");
      assertThat(event.at("/data/establishment/finess").asString()).isEqualTo(line.finess());
      assertThat(event.path("version").asLong()).isEqualTo(1);
      assertThat(published.of(Topics.DECLARATIONS, id)).hasSize(revision(before, id));
    }
  }

  @Test
  @DisplayName("tells again of one that changed, with all that is known of it")
  void changed() {
    var id = RegistryEntry.id("2B0000038");
    registry.register(corsican("Ancien nom"));
    registry.register(corsican("Nouveau nom"));
    registry.register(corsican("Nouveau nom"));
    registry.register(corsican("Ancien nom"));

    org.awaitility.Awaitility.await()
        .until(() -> published.of(Topics.DECLARATIONS, id).size(), it -> it == 3);
    assertThat(published.of(Topics.DECLARATIONS, id))
        .extracting(it -> it.event().at("/data/establishment/name").asString())
        .containsExactly("Ancien nom", "Nouveau nom", "Ancien nom");
  }

  @Test
  @DisplayName(
      "lets a declaration of a Corsican number pass whose check digit does not fit, warned")
  void corsica() {
    registry.register(
        new RegistryLine(
            "2B0000031",
            "2B0000038",
            "CH",
            "CH",
            null,
            "2B",
            "355",
            Answer.UNKNOWN,
            Answer.UNKNOWN,
            Answer.UNKNOWN,
            null,
            null,
            null));
    var declarant = callers.as("corsican", Set.of("2B0000031"), Role.DECLARANT);

    var answer = Asked.post(declarant, "/api/declarations", Said.declaration("2b 000 003 1"));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().at("/warnings/0/code").asString()).isEqualTo("FINESS_KEY");
    assertThat(answer.body().at("/warnings/0/field").asString()).isEqualTo("establishment");
  }

  private static RegistryLine corsican(String name) {
    return new RegistryLine(
        "2B0000038",
        "2B0004246",
        "CH",
        name,
        null,
        "2B",
        "355",
        Answer.UNKNOWN,
        Answer.UNKNOWN,
        Answer.UNKNOWN,
        null,
        null,
        null);
  }

  @ParameterizedTest
  @CsvSource({
    "q=val bris, 990000028",
    "q=BRISÉ, 990000028",
    "q=990000010, 990000010",
    "q=d'ancelle samu, 997401021",
    "q=hopital nord beaujour villebois, 990000010",
    "department=38&q=vernay, ",
    "department=69&q=vernay, 996901054",
    "q=zzz, ",
    "q=.*, 990000010",
    "department=99, "
  })
  @DisplayName("is searched by the beginnings of words, without accents")
  void search(String query, @org.jspecify.annotations.Nullable String finess) {
    var anybody = callers.as("ars1", Role.AUTHORITY);

    var found = finesses(Asked.get(anybody, ALL + "?limit=200&" + query));

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
      var page = Asked.get(anybody, ALL + "?department=69&limit=2" + next);
      all.addAll(finesses(page));
      next = page.body().path("next").isNull() ? "" : "&after=" + page.text("next");
    } while (!next.isEmpty());

    assertThat(all).doesNotHaveDuplicates().hasSize(9);
    assertThat(all).isEqualTo(finesses(Asked.get(anybody, ALL + "?department=69")));
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
      var seen = Asked.get(insider, ALL + "/990000010").body();
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
        assertThat(Asked.get(outsider, ALL + path).body().toString())
            .contains("CH Nord-Beaujour")
            .doesNotContain("+33", "insured");
      }
    }
  }

  @Test
  @DisplayName("lists the sites of a legal entity as its people's own")
  void own() {
    RestTestClient group = callers.as("declarant3", Set.of("990000036"), Role.DECLARANT);

    assertThat(finesses(Asked.get(group, ALL + "?own=true")))
        .containsExactlyInAnyOrder("990101016", "990101024", "990101032");
    assertThat(finesses(Asked.get(callers.as("declarant0", Role.DECLARANT), ALL + "?own=true")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"996900015, 404", "nonsense, 404", "99 000 001 0, 200"})
  @DisplayName("answers 404 to a number that it does not know")
  void unknown(String finess, int status) {
    assertThat(Asked.get(callers.as("ars1", Role.AUTHORITY), ALL + "/" + finess).status())
        .isEqualTo(status);
  }

  @Test
  @DisplayName("is closed to whoever has no account, and to a question of too many words")
  void refused() {
    assertThat(Asked.get(callers.nobody(), ALL).status()).isEqualTo(401);
    assertThat(Asked.get(callers.as("ars1", Role.AUTHORITY), ALL + "?q=a b c d e f g h i").status())
        .isEqualTo(400);
  }

  private static List<String> finesses(Asked answer) {
    return answer.body().path("items").findValuesAsString("finess");
  }

  private static int revision(List<RegistryEntry> entries, UUID id) {
    return entries.stream()
        .filter(it -> it.id().equals(id))
        .mapToInt(it -> (int) it.revision())
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("tells of each again when an administrator says so, with a newer version")
  void toldAgain() {
    var id = RegistryEntry.id("990000010");
    var before = published.await(Topics.DECLARATIONS, id, "establishment.registered.v1");
    var path = "/api/establishments/retelling";
    assertThat(Asked.post(callers.as("lead1", Role.LEAD), path, Map.of()).status()).isEqualTo(403);

    var answer = Asked.post(callers.as("admin1", Role.ADMIN), path, Map.of());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("establishments").asInt()).isGreaterThan(10);
    await().until(() -> published.of(Topics.DECLARATIONS, id).size(), it -> it > 1);
    var told = published.of(Topics.DECLARATIONS, id).getLast().event();
    assertThat(told.path("version").asLong()).isGreaterThan(before.path("version").asLong());
    assertThat(told.path("data")).isEqualTo(before.path("data"));
  }
}
