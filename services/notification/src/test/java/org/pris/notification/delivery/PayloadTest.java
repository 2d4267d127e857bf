package org.pris.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.pris.contracts.CaseEvent;
import org.pris.contracts.CaseEvent.CaseDeadlineChanged;
import org.pris.contracts.Event;
import org.pris.contracts.TaskEvent;
import org.pris.contracts.Tlp;
import org.pris.notification.Canaries;
import org.pris.notification.CaseFixture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The payload of a notification")
class PayloadTest {

  static final String SITE = "https://pris.example";
  static final JsonMapper JSON = JsonMapper.shared();

  /** Every field that may leave, by its path. What is not here must not be sent. */
  static final Set<String> ALLOWED =
      Set.of(
          "id",
          "type",
          "timestamp",
          "data.caseId",
          "data.caseReference",
          "data.sequence",
          "data.revision",
          "data.establishment.finess",
          "data.establishment.name",
          "data.establishment.department",
          "data.affected[].finess",
          "data.affected[].name",
          "data.affected[].department",
          "data.status",
          "data.severity",
          "data.presumedSeverity",
          "data.trend",
          "data.patientHarm",
          "data.careMode",
          "data.lines[].line",
          "data.lines[].state",
          "data.lines[].since",
          "data.lines[].expectedReturn",
          "data.lines[].divertedTo",
          "data.counts.cancelledOperations",
          "data.counts.transfers",
          "data.deadlines[].establishment",
          "data.deadlines[].regime",
          "data.deadlines[].status",
          "data.deadlines[].withoutDelay",
          "data.deadlines[].dueAt",
          "data.deadlines[].at",
          "data.significant",
          "data.campaign",
          "data.progress[].phase",
          "data.progress[].total",
          "data.progress[].done",
          "data.exercise",
          "data.tlp",
          "data.link");

  final CaseFixture theCase = CaseFixture.any();

  @Test
  @DisplayName("has the fields that are allowed, and no other")
  void fields() {
    var paths = new TreeSet<String>();
    for (var type : Whitelist.TYPES) {
      paths(body(Canaries.event(type)), "", paths);
    }

    assertThat(paths).containsExactlyInAnyOrderElementsOf(ALLOWED);
  }

  static Set<Class<?>> types() {
    return Whitelist.TYPES;
  }

  @ParameterizedTest
  @MethodSource("types")
  @DisplayName("carries no text and no person, whatever stands in the event")
  void canaries(Class<?> type) {
    var event = Canaries.event(type);

    assertThat(JSON.writeValueAsString(event)).contains(Canaries.CANARY);
    assertThat(text(event)).doesNotContain(Canaries.CANARY);
  }

  @Test
  @DisplayName("is the same bytes for the same event")
  void same() {
    var event = Canaries.event(CaseEvent.CaseOpened.class);

    assertThat(text(event)).isEqualTo(text(event));
  }

  @ParameterizedTest
  @CsvSource({"CLEAR,CLEAR", "GREEN,GREEN", "AMBER,AMBER", "AMBER_STRICT,AMBER", "RED,AMBER"})
  @DisplayName("is marked AMBER at most")
  void tlp(Tlp ofTheCase, String told) {
    assertThat(body(theCase.marked(ofTheCase).taken()).at("/data/tlp").asString()).isEqualTo(told);
  }

  @Test
  @DisplayName("shows CERT Santé's clock and no other")
  void clocks() {
    var clocks = body(theCase.taken()).at("/data/deadlines");

    assertThat(clocks.size()).isEqualTo(1);
    assertThat(clocks.at("/0/regime").asString()).isEqualTo("CSP_L1111_8_2");
  }

  @Test
  @DisplayName("is not sent at all for a clock that the agency does not see")
  void otherClocks() {
    var state = theCase.state();
    var cnil = theCase.event(new CaseDeadlineChanged(state, CaseFixture.clock("GDPR_33"), "why"));
    var certSante =
        theCase.event(new CaseDeadlineChanged(state, CaseFixture.clock("CSP_L1111_8_2"), "why"));

    assertThat(Whitelist.admits(cnil.data())).isFalse();
    assertThat(Whitelist.admits(certSante.data())).isTrue();
  }

  @Test
  @DisplayName("has instants with milliseconds, and codes as in the contract")
  void shapes() {
    var body = body(theCase.taken());

    assertThat(body.at("/timestamp").asString()).isEqualTo("2026-11-24T10:40:00.123Z");
    assertThat(body.at("/data/status").asString()).isEqualTo("IN_TRIAGE");
    assertThat(body.at("/data/severity").isNull()).isTrue();
    assertThat(body.at("/data/counts/cancelledOperations").asInt()).isEqualTo(6);
  }

  private static String text(Event<?> event) {
    return Payload.of(new UUID(1, 2), told(event), 4, SITE).json();
  }

  private static JsonNode body(Event<?> event) {
    return JSON.readTree(text(event));
  }

  private static NotifiableEvent told(Event<?> event) {
    return switch (event.data()) {
      case CaseEvent it -> NotifiableEvent.ofCase(with(event, it)).orElseThrow();
      case TaskEvent it -> NotifiableEvent.ofTask(with(event, it)).orElseThrow();
      case null, default -> throw new IllegalArgumentException();
    };
  }

  private static <T> Event<T> with(Event<?> event, T data) {
    return new Event<>(
        event.id(),
        event.timestamp(),
        event.subject(),
        event.version(),
        event.actor(),
        event.exercise(),
        data);
  }

  /** An array counts by its first element; an empty one or a null object adds nothing. */
  private static void paths(JsonNode node, String path, Set<String> into) {
    if (node.isObject()) {
      node.properties()
          .forEach(it ->
              paths(it.getValue(), path.isEmpty() ? it.getKey() : path + "." + it.getKey(), into));
    } else if (node.isArray()) {
      node.forEach(it -> paths(it, path + "[]", into));
    } else if (!(node.isNull() && path.equals("data.progress"))) {
      into.add(path);
    }
  }
}
