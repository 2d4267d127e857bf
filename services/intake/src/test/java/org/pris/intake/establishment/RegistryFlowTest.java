package org.pris.intake.establishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Answer;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.intake.DeclarationBodies;
import org.pris.intake.HttpAnswer;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.data.mongodb.core.MongoOperations;

@FlowTest
@DisplayName("The registry")
class RegistryFlowTest {

  @Autowired Callers callers;
  @Autowired Published published;
  @Autowired Registry registry;
  @Autowired RegistryFile file;
  @Autowired MongoOperations mongo;

  @Test
  @DisplayName("tells of each establishment once, however often its file is read")
  void once() throws Exception {
    var before = mongo.findAll(RegistryEntry.class);
    file.run(new DefaultApplicationArguments());
    registry.register(corsican("2A0000155", "2A0000154", "CH de la Corse fictive"));

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
    registry.register(named("Ancien nom"));
    registry.register(named("Nouveau nom"));
    registry.register(named("Nouveau nom"));
    registry.register(named("Ancien nom"));

    await().until(() -> published.of(Topics.DECLARATIONS, id).size(), it -> it == 3);
    assertThat(published.of(Topics.DECLARATIONS, id))
        .extracting(it -> it.event().at("/data/establishment/name").asString())
        .containsExactly("Ancien nom", "Nouveau nom", "Ancien nom");
  }

  @Test
  @DisplayName(
      "lets a declaration of a Corsican number pass whose check digit does not fit, warned")
  void corsica() {
    registry.register(corsican("2B0000031", "2B0000038", "CH"));
    var declarant = callers.as("corsican", Set.of("2B0000031"), Role.DECLARANT);

    var answer =
        HttpAnswer.post(
            declarant, "/api/declarations", DeclarationBodies.declaration("2b 000 003 1"));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().at("/warnings/0/code").asString()).isEqualTo("FINESS_KEY");
    assertThat(answer.body().at("/warnings/0/field").asString()).isEqualTo("establishment");
  }

  @Test
  @DisplayName("tells of each again when an administrator says so, with a newer version")
  void toldAgain() {
    var id = RegistryEntry.id("990000010");
    var before = published.await(Topics.DECLARATIONS, id, "establishment.registered.v1");
    var path = "/api/establishments/retelling";
    assertThat(HttpAnswer.post(callers.as("lead1", Role.LEAD), path, Map.of()).status())
        .isEqualTo(403);

    var answer = HttpAnswer.post(callers.as("admin1", Role.ADMIN), path, Map.of());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("establishments").asInt()).isGreaterThan(10);
    await().until(() -> published.of(Topics.DECLARATIONS, id).size(), it -> it > 1);
    var told = published.of(Topics.DECLARATIONS, id).getLast().event();
    assertThat(told.path("version").asLong()).isGreaterThan(before.path("version").asLong());
    assertThat(told.path("data")).isEqualTo(before.path("data"));
  }

  private static int revision(List<RegistryEntry> entries, UUID id) {
    return entries.stream()
        .filter(it -> it.id().equals(id))
        .mapToInt(it -> (int) it.revision())
        .findFirst()
        .orElseThrow();
  }

  private static RegistryLine named(String name) {
    return corsican("2B0000038", "2B0004246", name);
  }

  private static RegistryLine corsican(String finess, String legalEntity, String name) {
    return new RegistryLine(
        finess,
        legalEntity,
        "CH",
        name,
        null,
        finess.substring(0, 2),
        "355",
        Answer.UNKNOWN,
        Answer.UNKNOWN,
        Answer.UNKNOWN,
        null,
        null,
        null);
  }
}
