package org.pris.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Role;
import org.pris.platform.testing.Issuer;
import org.pris.platform.testing.OpenApiDocument;
import org.springframework.http.MediaType;

@DisplayName("The door")
class DoorFlowTest extends OneDoor {

  @Test
  @DisplayName("answers whoever brings no session or a wrong token with 401 and a body")
  void nobody() {
    callers
        .nobody()
        .get()
        .uri("/api/cases")
        .exchange()
        .expectStatus()
        .isUnauthorized()
        .expectHeader()
        .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:pris:problem:unauthenticated");
    var foreign =
        Issuer.token(
            "responder1", List.of(), List.of(Role.RESPONDER), it -> it.issuer("http://elsewhere"));
    callers.withToken(foreign).get().uri("/api/cases").exchange().expectStatus().isUnauthorized();
    var other =
        Issuer.token("responder1", List.of(), List.of(Role.RESPONDER), it -> it.audience("other"));
    callers.withToken(other).get().uri("/api/cases").exchange().expectStatus().isUnauthorized();
    callers
        .withToken(Issuer.token("r", List.of(), List.of(), UnaryOperator.identity()) + "x")
        .get()
        .uri("/api/cases")
        .exchange()
        .expectStatus()
        .isUnauthorized();
  }

  @Test
  @DisplayName("shows how the machines are to nobody outside")
  void actuator() {
    for (var path : List.of("/actuator", "/actuator/health", "/actuator/prometheus")) {
      for (var role : Role.values()) {
        callers.as("somebody", role).get().uri(path).exchange().expectStatus().isForbidden();
      }
    }
  }

  @Test
  @DisplayName("refuses a change without the token against forged requests")
  void forged() {
    callers
        .nobody()
        .post()
        .uri("/api/cases")
        .contentType(MediaType.APPLICATION_JSON)
        .body("{}")
        .exchange()
        .expectStatus()
        .isForbidden()
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:pris:problem:forbidden");
  }

  @Test
  @DisplayName("lets nothing but itself script, frame or be framed")
  void policy() {
    var answer = callers.nobody().get().uri("/api/settings").exchange();

    answer
        .expectStatus()
        .isOk()
        .expectHeader()
        .value(
            "Content-Security-Policy",
            it ->
                assertThat(it)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"));
    answer.expectHeader().valueEquals("X-Content-Type-Options", "nosniff");
    answer.expectHeader().valueEquals("Referrer-Policy", "same-origin");
    answer.expectBody().jsonPath("$.emergencyNumbers[1].code").isEqualTo("CERT_SANTE");
  }

  @Test
  @DisplayName("says who is signed in")
  void me() {
    callers
        .as("declarant1", Set.of("990000010"), Role.DECLARANT)
        .get()
        .uri("/api/me")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.establishments[0]")
        .isEqualTo("990000010")
        .jsonPath("$.roles[0]")
        .isEqualTo("DECLARANT");
  }

  @Test
  @DisplayName("describes its own two calls, whose types the pages are built with")
  void document() throws IOException {
    assertThat(
            Files.readString(
                OpenApiDocument.write(callers.as("responder1", Role.RESPONDER), "web")))
        .contains("/api/me", "/api/settings")
        .doesNotContain("/sign-in");
  }
}
