package org.pris.platform.audit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Role;
import tools.jackson.databind.JsonNode;

@DisplayName("The audit")
class AuditReadingFlowTest extends AuditFlow {

  @Test
  @DisplayName(
      "is read by a lead who reads the case: newest first, page by page, reads of it included")
  void reading() {
    for (var i = 0; i < 5; i++) {
      status(callers.as("responder" + i, Role.RESPONDER), "/api/wards/PRIS-1", 200);
    }
    clock.turn(Duration.ofMinutes(1));
    status(callers.as("ars1", Role.AUTHORITY), "/api/wards/PRIS-1/reads", 404);
    status(callers.as("responder1", Role.RESPONDER), "/api/wards/PRIS-1/reads", 403);
    status(callers.as("stranger2", Role.LEAD), "/api/wards/PRIS-1/reads", 404);

    status(lead(), "/api/wards/PRIS-1/reads", 200);

    var read = new ArrayList<JsonNode>();
    var after = "";
    do {
      var page = page(after);
      page.path("items").forEach(read::add);
      after = page.path("next").isNull() ? "" : page.path("next").asString();
    } while (!after.isEmpty());

    assertThat(read)
        .extracting(it -> it.path("at").asString())
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(read)
        .extracting(it -> it.path("name").asString())
        .contains("Name of responder0", "Name of responder4", "Name of ars1", "Name of stranger2");
    assertThat(read)
        .filteredOn(it -> it.path("what").asString().equals("reads"))
        .extracting(it -> it.path("outcome").asString())
        .contains("HIDDEN", "FORBIDDEN", "ALLOWED");
    assertThat(read).doesNotHaveDuplicates();
    status(lead(), "/api/wards/PRIS-1/reads?after=x", 400);
    status(lead(), "/api/wards/PRIS-1/reads?limit=0", 400);
  }

  private JsonNode page(String after) {
    return requireNonNull(
        lead()
            .get()
            .uri("/api/wards/PRIS-1/reads?limit=3" + (after.isEmpty() ? "" : "&after=" + after))
            .exchange()
            .expectStatus()
            .isOk()
            .returnResult(JsonNode.class)
            .getResponseBody());
  }
}
