package org.pris.triage.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Person;
import org.pris.contracts.RegulatoryProfile;
import org.pris.contracts.Role;
import org.pris.triage.AffectedSite;
import org.pris.triage.Case;
import org.pris.triage.Examples;
import org.pris.triage.Facts;
import org.pris.triage.SortKeys;
import org.pris.triage.deadline.DeadlineView;
import org.pris.triage.edit.CaseEdits;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves the service for whom: a field that nobody allowed here fails. */
@DisplayName("A view of a case")
class CaseViewsTest {

  static final JsonMapper JSON = JsonMapper.shared();

  static final Set<String> PLACE =
      Set.of("finess", "legalEntity", "name", "commune", "department", "since");

  static final Set<String> CARE =
      Set.of(
          "patientHarm",
          "careMode",
          "plannedWhite",
          "cancelledOperations",
          "transfers",
          "lines",
          "at");

  static final Set<String> DEADLINE =
      Set.of(
          "establishment",
          "regime",
          "kind",
          "withoutDelay",
          "status",
          "t0",
          "t0Revision",
          "dueAt",
          "at",
          "reference",
          "overdue");

  final Person declarant =
      new Person("d", "declarant1", "D", Set.of(Role.DECLARANT), Set.of("990000010"));

  final Case theCase =
      CaseEdits.affected(
              Examples.received(),
              AffectedSite.of(
                  Facts.establishment("990000028", "990000026"),
                  RegulatoryProfile.UNKNOWN,
                  Examples.NOW,
                  Examples.NOW),
              false,
              Examples.RESPONDER,
              Examples.NOW,
              Examples.RULES)
          .aggregate();

  @Test
  @DisplayName("for the authority holds codes and numbers, and no clock but CERT Santé's")
  void authority() {
    var view = JSON.<JsonNode>valueToTree(AuthorityCase.of(theCase.state(), Examples.NOW));

    assertThat(fields(view))
        .containsExactlyInAnyOrder(
            "view",
            "id",
            "revision",
            "reference",
            "exercise",
            "status",
            "affected",
            "severity",
            "presumedSeverity",
            "trend",
            "patientHarm",
            "care",
            "significant",
            "campaign",
            "deadlines",
            "tlp",
            "openedAt",
            "changedAt");
    assertThat(fields(view.at("/affected/0"))).isEqualTo(new TreeSet<>(PLACE));
    assertThat(fields(view.path("care"))).isEqualTo(new TreeSet<>(CARE));
    var clock = new TreeSet<>(DEADLINE);
    clock.remove("reference"); // free characters
    assertThat(fields(view.at("/deadlines/0"))).isEqualTo(clock);
    assertThat(view.path("deadlines").valueStream().map(it -> it.path("regime").asString()))
        .containsOnly("CSP_L1111_8_2");
  }

  @Test
  @DisplayName("for an establishment holds the common part and its own")
  void establishment() {
    var view =
        JSON.<JsonNode>valueToTree(
            EstablishmentCase.of(theCase, declarant, Map.of(), Examples.NOW));

    assertThat(fields(view))
        .containsExactlyInAnyOrder(
            "view",
            "id",
            "revision",
            "reference",
            "exercise",
            "status",
            "since",
            "step",
            "affected",
            "incidentType",
            "severity",
            "presumedSeverity",
            "care",
            "deadlines",
            "lead",
            "openedAt",
            "changedAt");
    assertThat(view.toString()).doesNotContain("990000028");
    assertThat(view.path("deadlines").size()).isPositive();
  }

  @Test
  @DisplayName("for a lead outside a restricted case is reference and lead")
  void headline() {
    assertThat(fields(JSON.valueToTree(HeadlineCase.of(theCase))))
        .containsExactlyInAnyOrder("view", "id", "reference", "lead", "exercise");
  }

  @Test
  @DisplayName("shows no clock of a case that ended as overdue, and counts none")
  void ended() {
    var late = Examples.NOW.plus(Duration.ofDays(30));
    var merged = theCase.with(theCase.lifecycle().merged(Examples.received(), Examples.NOW));

    assertThat(EstablishmentCase.of(theCase, declarant, Map.of(), late).deadlines())
        .anyMatch(DeadlineView::overdue);
    assertThat(EstablishmentCase.of(merged, declarant, Map.of(), late).deadlines())
        .isNotEmpty()
        .noneMatch(DeadlineView::overdue);
    assertThat(AuthorityCase.of(merged.state(), late).deadlines())
        .noneMatch(AuthorityCase.AuthorityClock::overdue);
    assertThat(ResponderCard.of(merged.state(), null, late).clocks()).isEmpty();
    assertThat(SortKeys.of(merged).urgency()).endsWith("999999999999999");
  }

  @Test
  @DisplayName("carries no free text to anybody but responders")
  void text() {
    for (var view :
        List.of(
            AuthorityCase.of(theCase.state(), Examples.NOW),
            EstablishmentCase.of(theCase, declarant, Map.of(), Examples.NOW),
            HeadlineCase.of(theCase))) {
      assertThat(JSON.writeValueAsString(view)).doesNotContain("ransom note");
    }
    assertThat(
            JSON.writeValueAsString(
                ResponderCase.of(theCase, false, Map.of(), Examples.RESPONDER, Examples.NOW)))
        .contains("ransom note");
  }

  private static Set<String> fields(JsonNode node) {
    return new TreeSet<>(node.propertyNames());
  }
}
