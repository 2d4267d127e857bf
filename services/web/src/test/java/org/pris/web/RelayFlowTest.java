package org.pris.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

@DisplayName("The door")
class RelayFlowTest extends OneDoor {

  @Test
  @DisplayName("sends what one instance refuses to take to another, whole")
  void refused() {
    TIMELINE.seen().clear();
    for (var i = 0; i < 4; i++) {
      callers
          .as("responder1", Role.RESPONDER)
          .post()
          .uri("/api/cases/1/timeline")
          .contentType(MediaType.APPLICATION_JSON)
          .body("{\"text\": \"note\"}")
          .exchange()
          .expectStatus()
          .isOk();
    }

    assertThat(TIMELINE.seen()).hasSize(4).allMatch(it -> it.body().equals("{\"text\": \"note\"}"));
  }

  @Test
  @DisplayName("says when to come back where no instance takes it")
  void nobodyThere() {
    callers
        .as("responder1", Role.RESPONDER)
        .get()
        .uri("/api/tasks/1")
        .exchange()
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .valueEquals(HttpHeaders.RETRY_AFTER, "1")
        .expectHeader()
        .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:pris:problem:service-unavailable");
  }

  @Test
  @DisplayName("passes over an instance that is not well")
  void ill() {
    await()
        .untilAsserted(() -> {
          ILL.seen().clear();
          for (var i = 0; i < 4; i++) {
            callers
                .as("admin1", Role.ADMIN)
                .get()
                .uri("/api/webhooks")
                .exchange()
                .expectStatus()
                .isOk();
          }
          assertThat(ILL.seen()).isEmpty();
        });
  }

  @Test
  @DisplayName("hands a machine's token on, but neither its cookie nor what it claims of proxies")
  void relays() {
    INTAKE.seen().clear();
    callers
        .as("responder1", Role.RESPONDER)
        .get()
        .uri("/api/declarations?status=RECEIVED")
        .header(HttpHeaders.COOKIE, "pris=stolen")
        .header("X-Forwarded-For", "10.0.0.1")
        .header("Forwarded", "for=10.0.0.1")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals(HttpHeaders.CACHE_CONTROL, "no-store")
        .expectBody()
        .jsonPath("$.path")
        .isEqualTo("/api/declarations?status=RECEIVED");

    assertThat(INTAKE.seen()).hasSize(1);
    var seen = INTAKE.seen().getFirst().headers();
    assertThat(seen.getFirst("Authorization")).startsWith("Bearer ");
    assertThat(seen).doesNotContainKeys("Cookie", "X-forwarded-for", "Forwarded");
  }
}
