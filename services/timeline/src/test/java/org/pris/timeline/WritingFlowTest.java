package org.pris.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pris.timeline.Given.RESPONDER;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.CaseEvent.CaseClosed;
import org.pris.contracts.CaseEvent.RootCause;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@FlowTest
@DisplayName("A note")
class WritingFlowTest {

  @Autowired Published published;

  @Autowired Callers callers;

  final Given given = Given.aCase();

  @BeforeEach
  void aClosedCase() {
    var closed =
        new CaseClosed(
            given.state(1, CaseStatus.CLOSED), RootCause.UNKNOWN, "Tout est rentré", null, "Non");
    published.send(Topics.CASES, given.event(RESPONDER, closed));
    await().until(() -> timeline().status("") == 200 && timeline().entries().size() == 1);
  }

  @Test
  @DisplayName("is taken by a closed case too, and keeps what its author said of it")
  void written() {
    var occurredAt = Instant.now().minus(9, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
    var entry =
        timeline()
            .post(
                "",
                with(
                    Map.of(
                        "occurredAt", occurredAt.toString(),
                        "tlp", "RED",
                        "corrects", 1,
                        "side", "ATTACKER",
                        "technique", "T1021.002",
                        "confidence", "PROBABLE")),
                201);

    assertThat(entry.path("seq").asInt()).isEqualTo(2);
    assertThat(entry.path("occurredAt").asString()).isEqualTo(occurredAt.toString());
    assertThat(entry.path("tlp").asString()).isEqualTo("RED");
    assertThat(entry.path("corrects").asInt()).isEqualTo(1);
    assertThat(entry.path("audience").asString()).isEqualTo("RESPONDERS");
    assertThat(entry.path("role").asString()).isEqualTo("RESPONDER");
    assertThat(entry.path("author").path("name").asString()).isNotBlank();
    assertThat(entry.path("data").toString())
        .isEqualTo(
            """
            {"confidence":"PROBABLE","side":"ATTACKER","technique":"T1021.002"}\
            """);
    assertThat(timeline().get("/2")).isEqualTo(entry);
  }

  @Test
  @DisplayName("is told to other services without its text or its author's name")
  void told() {
    var entry = timeline().post("", with(Map.of("text", "Monsieur Untel a cliqué")), 201);

    var event = published.await(Topics.TIMELINE, given.id(), "note.written.v1");
    assertThat(event.path("id").asString()).isEqualTo(entry.path("eventId").asString());
    assertThat(event.path("data").path("caseId").asString()).isEqualTo(given.id().toString());
    assertThat(event.path("data").toString()).doesNotContain("Untel");
    assertThat(event.path("version").asInt()).isEqualTo(1);
  }

  @Test
  @DisplayName("sent twice under one key is one entry; another body under it is refused")
  void idempotent() {
    var first = timeline().post("", with(Map.of()), 201, "key-1");
    var repeat = timeline().post("", with(Map.of()), 201, "key-1");
    var other = timeline().post("", with(Map.of("text", "Autre chose")), 422, "key-1");

    assertThat(repeat).isEqualTo(first);
    assertThat(fields(other)).contains("Idempotency-Key");
    assertThat(timeline().entries()).hasSize(2);
  }

  @Test
  @DisplayName("that cannot be meant, or read, is refused by field, and nothing is kept")
  void refused() {
    var tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).toString();
    assertThat(fields(timeline().post("", with(Map.of("occurredAt", tomorrow)), 422)))
        .contains("occurredAt");
    assertThat(fields(timeline().post("", with(Map.of("corrects", 77)), 422))).contains("corrects");
    assertThat(fields(timeline().post("", with(Map.of("corrects", -1)), 400))).contains("corrects");
    assertThat(fields(timeline().post("", with(Map.of("kind", "RUMOUR")), 400))).contains("kind");
    assertThat(fields(timeline().post("", with(Map.of("text", "  ")), 400))).contains("text");
    assertThat(fields(timeline().post("", with(Map.of("text", "a".repeat(10_001))), 400)))
        .contains("text");
    for (var unseen : List.of("\u200b\u00a0", "a\u0000b", "\u001b[2J")) {
      assertThat(fields(timeline().post("", with(Map.of("text", unseen)), 400))).contains("text");
    }
    timeline().post("", "{\"kind\": \"FACT\", \"text\": \"half \\ud83d pair\"}", 400);
    assertThat(fields(timeline().post("", with(Map.of("txet", "a")), 400))).contains("txet");
    assertThat(fields(timeline().post("", with(Map.of("technique", "T1")), 400)))
        .contains("technique");
    assertThat(fields(timeline().post("", with(Map.of("tlp", "PURPLE")), 400))).contains("tlp");
    assertThat(fields(timeline().post("", "{}", 400))).contains("kind", "text");
    timeline().post("", "{\"kind\": ", 400);

    assertThat(timeline().entries()).hasSize(1);
  }

  @Test
  @DisplayName("keeps whatever Unicode its author typed, and stands in the chain as served")
  void unicode() {
    var typed = "é \t\r\n \ud83d\ude91 \u2028 \\ \"«»\" \u200fא\u0301";
    timeline().post("", with(Map.of("text", typed)), 201);

    assertThat(OutsideVerifier.faults(timeline().entries())).isEmpty();
    assertThat(timeline().get("/2").path("text").asString()).isEqualTo(typed);
  }

  private Calls timeline() {
    return Calls.of(callers.as("responder1", Role.RESPONDER), given.id());
  }

  private static Map<String, Object> with(Map<String, Object> fields) {
    var note = new HashMap<>(Given.note("Le serveur de fichiers est isolé"));
    note.putAll(fields);
    return note;
  }

  private static String fields(JsonNode problem) {
    return String.join(
        " ", problem.path("errors").valueStream().map(it -> it.path("field").asString()).toList());
  }
}
