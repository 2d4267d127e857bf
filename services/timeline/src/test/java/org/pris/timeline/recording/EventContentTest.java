package org.pris.timeline.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.timeline.Given.DECLARANT;
import static org.pris.timeline.Given.RESPONDER;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pris.contracts.Actor;
import org.pris.contracts.Audience;
import org.pris.contracts.CaseEvent;
import org.pris.contracts.CaseEvent.CaseCareChanged;
import org.pris.contracts.CaseEvent.CaseDeadlineChanged;
import org.pris.contracts.CaseEvent.CaseRejected;
import org.pris.contracts.CaseEvent.RejectionReason;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Deadline;
import org.pris.contracts.DeadlineKind;
import org.pris.contracts.DeadlineStatus;
import org.pris.contracts.DeclarationEvent.DeclarationComplemented;
import org.pris.contracts.TaskEvent;
import org.pris.contracts.TaskEvent.TaskAdded;
import org.pris.contracts.TaskEvent.TaskCompleted;
import org.pris.contracts.TaskEvent.TasksLaidOut;
import org.pris.timeline.Given;
import org.pris.timeline.entry.Canonical;
import org.pris.timeline.entry.Content;
import org.pris.timeline.entry.EntryMetadata;
import org.pris.timeline.entry.EntryType;
import org.pris.timeline.entry.Salted;
import tools.jackson.databind.JsonNode;

@DisplayName("What a timeline keeps of an event")
class EventContentTest {

  final Given given = Given.aCase();

  static Stream<String> types() {
    return Stream.of(CaseEvent.class, TaskEvent.class)
        .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
        .map(it -> it.getAnnotation(JsonTypeName.class).value());
  }

  @ParameterizedTest
  @MethodSource("types")
  @DisplayName("was decided for every type that the contracts know")
  void everyType(String type) {
    assertThat(EntryType.isKnown(type)).as(type).isTrue();
  }

  @Test
  @DisplayName("is its codes in data and its words in text, with the state after it")
  void codesAndWords() {
    var content =
        heard(
            RESPONDER,
            new CaseRejected(
                given.state(3, CaseStatus.REJECTED), RejectionReason.FALSE_ALARM, "Un test"));

    assertThat(value(content.text()).asString()).isEqualTo("Un test");
    var data = value(content.data());
    assertThat(data.path("reason").asString()).isEqualTo("FALSE_ALARM");
    assertThat(data.path("texts").toString()).isEqualTo("[\"comment\"]");
    assertThat(data.path("case").path("status").asString()).isEqualTo("REJECTED");
    assertThat(data.path("case").path("careMode").asString()).isEqualTo("DEGRADED");
    assertThat(data.has("theCase")).isFalse();
    assertThat(value(content.author()).path("name").asString()).isEqualTo("Inès Morel");
  }

  @Test
  @DisplayName("of care is all of it, for it is codes and numbers only")
  void care() {
    var content = heard(RESPONDER, new CaseCareChanged(given.state(3, CaseStatus.ENGAGED)));

    assertThat(value(content.data()).path("care").path("cancelledOperations").asInt()).isEqualTo(3);
    assertThat(content.line().audience()).isEqualTo(Audience.ESTABLISHMENT);
    assertThat(value(content.text()).isNull()).isTrue();
  }

  @Test
  @DisplayName("of one establishment's declaration or deadline names it; of the case, nobody")
  void establishment() {
    var deadline =
        new Deadline(
            "990000028",
            "GDPR_33",
            DeadlineKind.LEGAL,
            false,
            DeadlineStatus.MET,
            Given.NOON,
            1,
            Given.NOON,
            Given.NOON,
            "CNIL-1");
    var state = given.state(3, CaseStatus.ENGAGED);

    assertThat(heard(DECLARANT, new DeclarationComplemented(given.declaration("Suite"))).line())
        .returns("990000010", EntryMetadata::establishment);
    assertThat(heard(RESPONDER, new CaseDeadlineChanged(state, deadline, null)).line())
        .returns("990000028", EntryMetadata::establishment);
    assertThat(heard(DECLARANT, new CaseCareChanged(state)).line().establishment()).isNull();
  }

  @Test
  @DisplayName("of a task that one establishment is asked names it, whoever did it")
  void taskEstablishment() {
    var state = given.state(3, CaseStatus.ENGAGED);
    var asked = given.task(Audience.ESTABLISHMENT, "Couper Internet", "990000028");
    var everybodys = given.task(Audience.ESTABLISHMENT, "Couper Internet");

    assertThat(heard(RESPONDER, new TaskAdded(state, given.progress(), asked)).line())
        .returns("990000028", EntryMetadata::establishment);
    assertThat(heard(DECLARANT, new TaskCompleted(state, given.progress(), asked, null)).line())
        .returns("990000028", EntryMetadata::establishment);
    assertThat(heard(RESPONDER, new TaskAdded(state, given.progress(), everybodys)).line())
        .returns(null, EntryMetadata::establishment);
  }

  @Test
  @DisplayName("of a task is read by no more people than the task")
  void taskAudience() {
    var state = given.state(3, CaseStatus.ENGAGED);
    var ours = given.task(Audience.RESPONDERS, "Changer krbtgt");
    var theirs = given.task(Audience.ESTABLISHMENT, "Couper Internet");

    assertThat(audience(new TaskAdded(state, given.progress(), ours)))
        .isEqualTo(Audience.RESPONDERS);
    assertThat(audience(new TaskAdded(state, given.progress(), theirs)))
        .isEqualTo(Audience.ESTABLISHMENT);
    assertThat(audience(new TaskCompleted(state, given.progress(), theirs, "Ils mentent")))
        .isEqualTo(Audience.RESPONDERS);
  }

  @Test
  @DisplayName("of a plan counts its tasks, and of a task leaves out who does it")
  void tasks() {
    var state = given.state(3, CaseStatus.ENGAGED);
    var task = given.task(Audience.RESPONDERS, "Changer krbtgt");
    var laidOut =
        heard(
            null, new TasksLaidOut(state, given.progress(), 1, "ransomware", List.of(task, task)));
    var completed = heard(RESPONDER, new TaskCompleted(state, given.progress(), task, "Deux fois"));

    assertThat(value(laidOut.data()).toString())
        .isEqualTo("{\"engagement\":1,\"playbook\":\"ransomware\",\"tasks\":2}");
    assertThat(value(laidOut.author()).isNull()).isTrue();
    assertThat(value(completed.text()).asString()).isEqualTo("Changer krbtgt\n\nDeux fois");
    assertThat(value(completed.data()).toString())
        .contains("\"key\":\"isolate\"")
        .doesNotContain("responder1", "krbtgt", "progress");
  }

  @Test
  @DisplayName("of what is too large says what it leaves out")
  void bounded() {
    var many = "\"CODE\",".repeat(9_000);
    var event = Canonical.read("{\"codes\": [" + many + "\"CODE\"], \"n\": 1}");

    assertThat(EventContent.of("case.dreamt-of.v1", event).data().toString())
        .isEqualTo("{\"omitted\":[\"codes\",\"n\"]}");
  }

  private Audience audience(Object event) {
    return heard(RESPONDER, event).line().audience();
  }

  private Content heard(@Nullable Actor actor, Object data) {
    var event = Canonical.JSON.writeValueAsString(given.event(actor, data));
    return ReceivedEvent.read(event).content();
  }

  private static JsonNode value(@Nullable String member) {
    return Salted.read(String.valueOf(member)).value();
  }
}
