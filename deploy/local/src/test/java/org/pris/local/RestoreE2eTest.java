package org.pris.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pris.local.client.Account;
import org.pris.local.client.Agency;
import org.pris.local.client.Chain;
import org.pris.local.client.Declared;
import org.pris.local.client.EndToEnd;
import org.pris.local.client.TheCase;
import org.pris.local.client.Topics;
import org.pris.local.mongo.LocalDatabases;
import org.pris.local.process.Program;
import tools.jackson.databind.JsonNode;

/** The drill, by the same programs that an operator's scripts run in their containers. */
@DisplayName("A restore")
class RestoreE2eTest {

  private static final String DECLARATIONS = "pris.declarations";

  @TempDir Path backups;

  @Test
  @DisplayName(
      "brings back cases, chains and what was under way, tells the agency nothing under another id,"
          + " and names what is lost")
  void drill(@TempDir Path received) throws Exception {
    var agency = Agency.subscribed(received);
    var earlier = TheCase.declared("declarant1", Declared.NORD_BEAUJOUR).qualified();
    agency.about(earlier, "case.qualified.v1");
    earlier.entry("case.qualified.v1");
    var declared = publishedUnheard();
    assertThat(run("Backup", "--once", backups)).contains("documents");
    release(named("triage"));
    var opened = TheCase.of(declared);
    var told = ids(agency, opened);
    var lost = Declared.by("declarant1", Declared.NORD_BEAUJOUR);
    TheCase.of(lost);

    var services = EndToEnd.stack().names().stream().filter(Services::has).toList();
    services.forEach(EndToEnd.stack()::hold);
    var said = run("Restore", onlyBackup());
    release(services);

    assertThat(said).contains("LOST", reference(lost), "990000010");
    earlier.expectStatus("QUALIFIED");
    assertThat(TheCase.of(declared).id()).isEqualTo(opened.id());
    opened.entry("case.opened.v1");
    for (var restored : List.of(earlier, opened)) {
      assertThat(Chain.faults(restored.entries(Account.of("lead1")))).isEmpty();
    }
    // told again, for nobody can know whether it was; the agency knows it by its id
    await().atMost(TheCase.PATIENCE).until(() -> times(agency, opened) > 1);
    assertThat(ids(agency, opened)).isEqualTo(told);
    Account.of("declarant1").get("/api/declarations/" + lost.path("id").asString()).expect(404);
    var next = Declared.by("declarant1", Declared.NORD_BEAUJOUR);
    assertThat(reference(next)).isGreaterThan(reference(lost));
    TheCase.of(next);
    agency.unsubscribe();
  }

  /** A declaration that is on Kafka, while nobody hears it who should open its case. */
  private static JsonNode publishedUnheard() {
    named("triage").forEach(EndToEnd.stack()::hold);
    var before = requireNonNull(Topics.sizes().get(DECLARATIONS));
    var declared = Declared.by("declarant2", Declared.VAL_BRISE);
    await().until(() -> requireNonNull(Topics.sizes().get(DECLARATIONS)) > before);
    return declared;
  }

  private static List<String> named(String service) {
    return EndToEnd.stack().names().stream().filter(it -> it.startsWith(service)).toList();
  }

  private static void release(List<String> services) {
    services.forEach(EndToEnd.stack()::release);
    services.forEach(EndToEnd.stack()::awaitReady);
  }

  private static Set<String> ids(Agency agency, TheCase theCase) {
    return openings(agency, theCase).stream()
        .map(it -> it.path("id").asString())
        .collect(Collectors.toSet());
  }

  private static int times(Agency agency, TheCase theCase) {
    return openings(agency, theCase).size();
  }

  private static List<JsonNode> openings(Agency agency, TheCase theCase) {
    return agency.about(theCase, "case.opened.v1").stream()
        .filter(it -> it.at("/body/type").asString().equals("case.opened.v1"))
        .toList();
  }

  private static String reference(JsonNode declaration) {
    return declaration.path("reference").asString();
  }

  private Path onlyBackup() throws IOException {
    try (var folders = Files.list(backups)) {
      return folders.findFirst().orElseThrow();
    }
  }

  private static String run(String program, Object... arguments)
      throws IOException, InterruptedException, ClassNotFoundException {
    var main = Class.forName("org.pris.local.backup." + program);
    var builder = new ProcessBuilder(new ArrayList<>(Program.ours("256m", main, arguments)));
    builder.environment().put("PRIS_MONGODB_URI", EndToEnd.stack().mongoUri("intake"));
    builder.environment().put("SPRING_KAFKA_BOOTSTRAP_SERVERS", EndToEnd.stack().kafka());
    builder.environment().put("PRIS_DATABASES", LocalDatabases.PREFIX);
    var process = builder.redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
