package org.pris.triage;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Role;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@FlowTest
@DisplayName("The list of cases")
class CaseListFlowTest {

  @Autowired Callers callers;

  @Autowired Published published;

  @Autowired Cases cases;

  UUID own;
  UUID other;
  UUID restricted;

  @BeforeEach
  void declare() {
    var declared = new Declared(published);
    own = declared.ransomware("990000010");
    other = declared.ransomware("990000028");
    restricted = declared.ransomware("990000010");
    new Steps(callers.as("declarant1", Set.of("990000010"), Role.DECLARANT), own).get();
    new Steps(callers.as("lead1", Role.LEAD), restricted)
        .post(
            "access",
            "{'version': 1, 'restricted': true, 'people': ['lead1'], 'establishmentSide': 'NAMED',"
                + " 'establishmentPeople': ['declarant1'], 'reason': 'An insider'}")
        .expectStatus()
        .isOk();
  }

  @ParameterizedTest
  @CsvSource({
    "AUTHORITY, assignee=x, 400",
    "AUTHORITY, type=RANSOMWARE, 400",
    "AUTHORITY, department=38, 200",
    "AUTHORITY, q=brise, 200",
    "DECLARANT, assignee=x, 400",
    "DECLARANT, sort=urgency, 400",
    "DECLARANT, type=RANSOMWARE, 200",
    "RESPONDER, assignee=x&severity=MAJOR&status=RECEIVED, 200",
    "RESPONDER, sort=loudest, 400",
    "RESPONDER, status=OPEN, 400",
    "RESPONDER, 'status=RECEIVED,', 200",
    "RESPONDER, department=drop, 400",
    "RESPONDER, limit=0, 400",
    "RESPONDER, after=nonsense, 400"
  })
  @DisplayName("filters by nothing that is not of their view, and by nothing unknown")
  void filters(Role role, String query, int status) {
    callers
        .as("x", Set.of("990000010"), role)
        .get()
        .uri("/api/cases?" + query)
        .exchange()
        .expectStatus()
        .isEqualTo(status);
  }

  @Test
  @DisplayName("finds cases by number, name without accents, severity and status")
  void search() {
    var reference = cases.find(other).orElseThrow().reference();
    assertThat(found("q=" + reference.toLowerCase(java.util.Locale.ROOT))).containsExactly(other);
    assertThat(found("q=val%20brise&establishment=990000028")).contains(other).doesNotContain(own);
    assertThat(found("q=nowhere")).isEmpty();
    assertThat(found("severity=MAJOR&status=RECEIVED&limit=200")).contains(own, other);
    assertThat(found("severity=ANOMALY")).isEmpty();
    assertThat(found("status=" + CaseStatus.CLOSED)).doesNotContain(own);
  }

  @Test
  @DisplayName("shows a lead the headline of a restricted case by its reference alone")
  void headlines() {
    var lead = callers.as("lead2", Role.LEAD);
    var reference = cases.find(restricted).orElseThrow().reference();

    assertThat(found(lead, "sort=reference&limit=200")).contains(own, restricted);
    assertThat(found(lead, "sort=reference&q=" + reference)).containsExactly(restricted);
    assertThat(found(lead, "sort=reference&q=brise&limit=200")).doesNotContain(restricted);
    assertThat(found(lead, "sort=reference&severity=MAJOR&limit=200")).doesNotContain(restricted);
    assertThat(found("sort=reference&limit=200")).doesNotContain(restricted);
  }

  private List<UUID> found(String query) {
    return found(callers.as("responder1", Role.RESPONDER), query);
  }

  private static List<UUID> found(RestTestClient http, String query) {
    var body =
        http.get()
            .uri("/api/cases?" + query.replace("%20", " "))
            .exchange()
            .expectStatus()
            .isOk()
            .returnResult(JsonNode.class)
            .getResponseBody();
    return requireNonNull(body)
        .path("items")
        .valueStream()
        .map(it -> UUID.fromString(it.path("id").asString()))
        .toList();
  }
}
