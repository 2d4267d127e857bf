package org.pris.remediation.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pris.contracts.Audience;
import org.pris.contracts.IncidentType;
import org.pris.contracts.Phase;

@DisplayName("Playbooks")
class PlaybooksTest {

  final Playbooks playbooks = new Playbooks();
  final Playbook ransomware = playbooks.find("ransomware").orElseThrow();
  final Playbook generic = playbooks.find("generic").orElseThrow();

  @Test
  @DisplayName("hold ransomware whole: forty tasks over all ten phases, with three gates")
  void ransomware() {
    assertThat(ransomware.tasks()).hasSize(40);
    assertThat(ransomware.tasks())
        .extracting(TaskTemplate::phase)
        .containsAll(EnumSet.allOf(Phase.class));
    assertThat(ransomware.gates())
        .extracting(Playbook.Gate::key)
        .containsExactly("internet", "tier0", "restore");
  }

  @ParameterizedTest
  @EnumSource(IncidentType.class)
  @DisplayName("fit every type of incident: its own where there is one, else the generic")
  void forType(IncidentType type) {
    assertThat(playbooks.of(type))
        .isEqualTo(type == IncidentType.RANSOMWARE ? ransomware : generic);
  }

  @ParameterizedTest
  @EnumSource(IncidentType.class)
  @DisplayName("give every type three to five gestures, which the establishment is asked")
  void gestures(IncidentType type) {
    var gestures = playbooks.gestures(type);

    assertThat(gestures.key()).isEqualTo("first-hour");
    assertThat(gestures.tasks()).hasSizeBetween(3, 5);
    assertThat(gestures.tasks())
        .allSatisfy(it -> {
          assertThat(it.audience()).isEqualTo(Audience.ESTABLISHMENT);
          assertThat(it.priority()).isNotEqualTo(Priority.MANDATORY);
          assertThat(it.what()).isNotNull();
        });
  }

  @Test
  @DisplayName("never cut a link to the outside without the check of telephony and SAMU")
  void telephonyAndSamu() {
    var cuts =
        Stream.concat(
                EnumSet.allOf(IncidentType.class).stream().map(playbooks::gestures),
                playbooks.all().stream())
            .flatMap(it -> it.tasks().stream())
            .filter(it -> CUTS.contains(it.key()))
            .toList();

    assertThat(cuts.stream().map(TaskTemplate::key).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(CUTS);
    assertThat(cuts)
        .allSatisfy(it -> {
          var what = Objects.requireNonNull(it.what());
          assertThat(what.fr()).contains("téléphonie", "SAMU");
          assertThat(what.en()).contains("telephony", "SAMU");
        });
  }

  /** Every text that tells somebody to cut the Internet, a VPN, an edge device or a provider. */
  static final List<String> CUTS =
      List.of(
          "internet",
          "close-remote-access",
          "device-aside",
          "cut-provider",
          "close-exposure",
          "isolate-internet",
          "contain",
          "segment");

  @Test
  @DisplayName("name no other cut than those whose check is proven above")
  void noCutForgotten() {
    assertThat(
            Stream.concat(
                    EnumSet.allOf(IncidentType.class).stream().map(playbooks::gestures),
                    playbooks.all().stream())
                .flatMap(it -> it.tasks().stream())
                .filter(it -> it.title().fr().matches("(?i).*(coupe|isoler i|débranchez l’é).*")))
        .extracting(TaskTemplate::key)
        .isSubsetOf(CUTS);
  }

  @Test
  @DisplayName("stop the service when a key stands twice")
  void duplicate() {
    assertThatThrownBy(() -> with(task("a", List.of()), task("a", List.of())))
        .hasMessageContaining("bad: a stands twice");
  }

  @Test
  @DisplayName("stop the service when a dependency does not exist")
  void unknownDependency() {
    assertThatThrownBy(() -> with(task("a", List.of("b"))))
        .hasMessageContaining("bad: a names b, which is not there");
  }

  @Test
  @DisplayName("stop the service when a task waits for itself, over others")
  void cycle() {
    assertThatThrownBy(
            () -> with(task("a", List.of("b")), task("b", List.of("c")), task("c", List.of("a"))))
        .hasMessageContaining("waits for itself");
  }

  @Test
  @DisplayName("stop the service when a gate needs what stands behind it")
  void gateCycle() {
    var text = new LocalizedText("x", "x");
    var gate = new Playbook.Gate("g", text, text, List.of("b"), List.of("a"));
    var bad =
        new Playbook(
            "bad",
            text,
            List.of(),
            List.of(task("a", List.of()), task("b", List.of("a"))),
            List.of(gate));

    assertThat(PlaybookCheck.of(bad)).singleElement().asString().contains("waits for itself");
  }

  @Test
  @DisplayName("stop the service when a text is missing in one language")
  void untranslated() {
    var half =
        new TaskTemplate(
            "a",
            Phase.CARE,
            Priority.SECONDARY,
            List.of(),
            Audience.RESPONDERS,
            false,
            null,
            new LocalizedText("Titre", ""),
            null,
            List.of(),
            List.of(),
            null,
            List.of());

    assertThatThrownBy(() -> with(half)).hasMessageContaining("a lacks a text");
  }

  /** As the service starts with such a file. */
  void with(TaskTemplate... tasks) {
    var bad =
        new Playbook("bad", new LocalizedText("x", "x"), List.of(), List.of(tasks), List.of());
    new Playbooks(
        List.of(bad), new FirstHour("f", new LocalizedText("x", "x"), Map.of(), Map.of()));
  }

  static TaskTemplate task(String key, List<String> dependsOn) {
    return new TaskTemplate(
        key,
        Phase.CARE,
        Priority.SECONDARY,
        List.of(),
        Audience.RESPONDERS,
        false,
        null,
        new LocalizedText("Titre", "Title"),
        null,
        List.of(),
        List.of(),
        null,
        dependsOn);
  }
}
