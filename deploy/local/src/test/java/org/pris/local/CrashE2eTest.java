package org.pris.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Each is killed where it has accepted something and not yet told it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("When services are killed in the middle of it and come back,")
class CrashE2eTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir static Path folder;

  private final List<TheCase> cases = new ArrayList<>();

  private @Nullable Agency agency;

  @BeforeAll
  void kills() throws Exception {
    agency = Agency.subscribed(folder);
    var declarations = declareWhileTriageDies();
    declarations.forEach(it -> cases.add(TheCase.of(it)));
    var theCase = cases.getFirst();
    theCase.qualified();
    engageAndKillRemediation(theCase);
    workWhileTimelineDies(theCase);
    for (var killed : List.of("triage", "remediation", "timeline")) {
      EndToEnd.stack().awaitReady(killed);
      assertThat(EndToEnd.stack().restarts(killed)).as(killed).isPositive();
    }
  }

  @AfterAll
  void end() {
    agency().unsubscribe();
  }

  @Test
  @DisplayName("every declaration has its case, and only one")
  void nothingLost() {
    for (var theCase : cases) {
      assertThat(Topics.about("pris.declarations", theCase.id())).hasSize(1);
      assertThat(opened(theCase)).hasSize(1);
    }
    assertThat(cases.stream().map(TheCase::reference)).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("the tasks are laid out once")
  void laidOutOnce() {
    var theCase = cases.getFirst();
    var tasks = theCase.tasks("ransomware");
    assertThat(tasks.stream().map(it -> it.path("playbook") + " " + it.path("key")))
        .doesNotHaveDuplicates();
    var layings =
        distinct(Topics.about("pris.tasks", theCase.id())).stream()
            .filter(it -> it.path("type").asString().equals("tasks.laid-out.v1"))
            .map(it -> it.at("/data/engagement").toString())
            .toList();
    assertThat(layings).doesNotHaveDuplicates().contains("1");
  }

  @Test
  @DisplayName("the timeline holds every event once, and its chain is whole")
  void chainWhole() {
    var lead = Account.of("lead1");
    for (var theCase : cases) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(eventIds(theCase.entries(lead)))
                  .doesNotHaveDuplicates()
                  .containsAll(published(theCase)));
      var entries = theCase.entries(lead);
      assertThat(Chain.faults(entries)).isEmpty();
      var verification =
          lead.get("/api/cases/" + theCase.id() + "/timeline/verification").expect(200).json();
      assertThat(verification.path("valid").asBoolean()).isTrue();
      assertThat(verification.path("entries").asInt()).isEqualTo(entries.size());
    }
  }

  @Test
  @DisplayName("a note that was sent until it was accepted is there once")
  void noteOnce() {
    var notes =
        cases.getFirst().entries(Account.of("lead1")).stream()
            .filter(it -> it.path("type").asString().equals("note.written.v1"))
            .toList();
    assertThat(notes).hasSize(1);
  }

  @Test
  @DisplayName("versions of what was published have no gaps")
  void noGapsOnTheTopics() {
    for (var theCase : cases) {
      var versions =
          distinct(Topics.about("pris.cases", theCase.id())).stream()
              .map(it -> it.path("version").asInt())
              .toList();
      assertThat(versions).isEqualTo(IntStream.rangeClosed(1, versions.size()).boxed().toList());
    }
  }

  @Test
  @DisplayName("the agency's endpoint was told all of it, signed, without a gap")
  void deliveriesWithoutGaps() {
    for (var theCase : cases) {
      var last = agency().about(theCase, it -> sequences(it).contains(expected(theCase)));
      assertThat(last).allMatch(it -> it.path("signed").asBoolean());
      assertThat(sequences(last))
          .isEqualTo(IntStream.rangeClosed(1, sequences(last).size()).boxed().toList());
    }
  }

  /** Killed while it takes in what was declared, and again while it does so after the first. */
  private static List<JsonNode> declareWhileTriageDies() {
    var stack = EndToEnd.stack();
    List<JsonNode> declarations = new ArrayList<>();
    declarations.add(Declared.by("declarant1", Declared.NORD_BEAUJOUR));
    stack.kill("triage");
    declarations.add(Declared.by("declarant1", Declared.NORD_BEAUJOUR));
    declarations.add(Declared.by("declarant2", Declared.VAL_BRISE));
    return declarations;
  }

  private static void engageAndKillRemediation(TheCase theCase) {
    theCase.engaged();
    EndToEnd.stack().kill("remediation");
    theCase.tasks("ransomware");
  }

  private static void workWhileTimelineDies(TheCase theCase) {
    var lead = Account.of("lead1");
    var open =
        theCase.tasks("ransomware").stream()
            .filter(it -> it.path("dependsOn").isEmpty() && it.path("mandatory").asBoolean())
            .filter(it -> it.path("phase").asString().equals("CONTAINMENT"))
            .limit(3)
            .toList();
    TheCase.complete(lead, open.getFirst());
    EndToEnd.stack().kill("timeline");
    open.stream().skip(1).forEach(it -> TheCase.complete(lead, it));
    var key = UUID.randomUUID().toString();
    var note = "{\"kind\": \"FACT\", \"text\": \"%s\"}".formatted(Canary.text("note"));
    accepted(() -> lead.post("/api/cases/" + theCase.id() + "/timeline", note, key));
    EndToEnd.stack().kill("timeline");
    accepted(() -> lead.post("/api/cases/" + theCase.id() + "/timeline", note, key));
  }

  /** As a client does that was told to come back. */
  private static void accepted(Supplier<Reply> attempt) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .until(() -> attempt.get().status() == 201);
  }

  private static List<JsonNode> opened(TheCase theCase) {
    return distinct(Topics.about("pris.cases", theCase.id())).stream()
        .filter(it -> it.path("type").asString().equals("case.opened.v1"))
        .toList();
  }

  private static List<String> published(TheCase theCase) {
    return Topics.OF_PRIS.stream()
        .flatMap(topic -> eventIds(Topics.about(topic, theCase.id()), "id").stream())
        .distinct()
        .toList();
  }

  private static List<String> eventIds(List<JsonNode> entries) {
    return eventIds(entries, "eventId");
  }

  private static List<String> eventIds(List<JsonNode> items, String field) {
    return items.stream().map(it -> it.path(field).asString()).toList();
  }

  /** The same event may have been published twice. */
  private static List<JsonNode> distinct(List<JsonNode> events) {
    List<JsonNode> once = new ArrayList<>();
    for (var event : events) {
      if (once.stream().noneMatch(it -> it.path("id").equals(event.path("id")))) {
        once.add(event);
      }
    }
    return once;
  }

  /** In the order of their first arrival. */
  private static List<Integer> sequences(List<JsonNode> receipts) {
    return receipts.stream()
        .filter(it -> it.path("signed").asBoolean())
        .map(it -> it.at("/body/data/sequence").asInt())
        .distinct()
        .toList();
  }

  /** How many deliveries there are for it, as the log says. */
  private int expected(TheCase theCase) {
    var log =
        Account.of("admin1")
            .get("/api/webhooks/" + agency().webhook() + "/deliveries?limit=200")
            .expect(200);
    return log.items()
        .valueStream()
        .filter(it -> it.path("caseId").asString().equals(theCase.id()))
        .mapToInt(it -> it.path("sequence").asInt())
        .max()
        .orElse(0);
  }

  private Agency agency() {
    return java.util.Objects.requireNonNull(agency);
  }
}
