package org.pris.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Role;
import org.pris.platform.audit.AuditRecord.Action;
import org.pris.platform.audit.AuditRecord.Outcome;
import org.pris.platform.audit.AuditedWards.Known;
import org.springframework.test.web.servlet.client.RestTestClient;

@DisplayName("The audit")
class AuditFlowTest extends AuditFlow {

  @Test
  @DisplayName("keeps one record a minute of a page that polls, by whatever name it asks")
  void polling() {
    for (var i = 0; i < 5; i++) {
      status(callers.as("responder1", Role.RESPONDER), "/api/wards/" + Known.CASE, 200);
    }
    status(callers.as("responder1", Role.RESPONDER), "/api/wards/PRIS-1", 200);
    status(callers.as("responder2", Role.RESPONDER), "/api/wards/PRIS-1", 200);
    clock.turn(Duration.ofMinutes(1));
    status(callers.as("responder1", Role.RESPONDER), "/api/wards/PRIS-1", 200);

    assertThat(records()).hasSize(3).allMatch(it -> Known.CASE.equals(it.caseId()));
    assertThat(records())
        .filteredOn(it -> it.name().equals("Name of responder1"))
        .hasSize(2)
        .allMatch(it -> it.role() == Role.RESPONDER)
        .allMatch(it -> it.action() == Action.READ && it.outcome() == Outcome.ALLOWED)
        .allMatch(it -> it.what().equals("ward") && it.about() == null);
  }

  @Test
  @DisplayName("keeps what is refused on a case, and nothing of what does not exist")
  void refusals() {
    status(callers.as("stranger1", Role.DECLARANT), "/api/wards/" + Known.CASE, 404);
    status(callers.as("stranger1", Role.DECLARANT), "/api/wards/" + UUID.randomUUID(), 404);
    var change = lead().post().uri("/api/wards/PRIS-1").exchange();
    change.expectStatus().isForbidden();
    status(callers.nobody(), "/api/wards/" + Known.CASE, 401);

    assertThat(records())
        .extracting(AuditRecord::role, AuditRecord::action, AuditRecord::outcome)
        .containsExactlyInAnyOrder(
            tuple(Role.DECLARANT, Action.READ, Outcome.HIDDEN),
            tuple(Role.LEAD, Action.CHANGE, Outcome.FORBIDDEN));
  }

  @Test
  @DisplayName("shows nothing that it could not record, and records it once it can")
  void failsClosed() {
    store.refuses = true;

    unavailable(lead().get().uri("/api/wards/PRIS-1").exchange());
    unavailable(callers.as("stranger1", Role.DECLARANT).get().uri("/api/wards/PRIS-1").exchange());

    assertThat(records()).isEmpty();
    store.refuses = false;
    status(lead(), "/api/wards/PRIS-1", 200);
    assertThat(records()).extracting(AuditRecord::outcome).containsExactly(Outcome.ALLOWED);
  }

  @Test
  @DisplayName("lets no administrator change what it could not record")
  void changesNothing() {
    store.refuses = true;

    unavailable(callers.as("admin1", Role.ADMIN).delete().uri("/api/hooks/7").exchange());
  }

  private static void unavailable(RestTestClient.ResponseSpec answer) {
    var body = answer.expectStatus().isEqualTo(503).returnResult(String.class).getResponseBody();
    assertThat(body).contains("urn:pris:problem:unavailable").doesNotContain("ward ");
  }

  @Test
  @DisplayName("keeps each change by an administrator before it is tried, and none of their looks")
  void administration() {
    var admin = callers.as("admin1", Role.ADMIN, Role.LEAD);
    status(admin, "/api/hooks/7", 200);
    admin.delete().uri("/api/hooks/7").exchange().expectStatus().isEqualTo(500);
    admin.delete().uri("/api/hooks/7").exchange().expectStatus().isEqualTo(500);
    lead().delete().uri("/api/hooks/7").exchange().expectStatus().isForbidden();

    assertThat(records())
        .hasSize(2)
        .allMatch(it -> it.outcome() == Outcome.ASKED && it.role() == Role.ADMIN)
        .allMatch(it -> "7".equals(it.about()) && it.caseId() == null);
  }
}
