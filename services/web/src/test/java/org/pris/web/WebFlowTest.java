package org.pris.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.contracts.Role;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.Issuer;
import org.pris.platform.testing.OpenApiDocument;
import org.pris.platform.testing.Servers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    // what the test support brings along is not in this service's jar
    properties =
        "spring.autoconfigure.exclude=org.pris.platform.KafkaPlatform,"
            + "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@Import(Callers.class)
@DisplayName("The door")
class WebFlowTest {

  static final Behind INTAKE = new Behind(200);
  static final Behind TIMELINE = new Behind(200);
  static final Behind NOTIFICATION = new Behind(200);
  static final Behind ILL = new Behind(503);
  static final QuietBoard BOARD = new QuietBoard();

  @DynamicPropertySource
  static void behind(DynamicPropertyRegistry registry) {
    var dead = Behind.nobody();
    registry.add("pris.web.services.intake", INTAKE::address);
    registry.add("pris.web.services.triage", () -> dead + "," + BOARD.address());
    registry.add("pris.web.services.remediation", () -> dead);
    registry.add("pris.web.services.timeline", () -> dead + "," + TIMELINE.address());
    registry.add(
        "pris.web.services.notification", () -> NOTIFICATION.address() + "," + ILL.address());
    registry.add("pris.web.board-probe", () -> "100ms");
    registry.add("pris.issuer", Issuer.running()::url);
    registry.add("pris.jwks-uri", Issuer.running()::keys);
    registry.add("pris.web.client-secret", () -> "not-used-here");
    registry.add("pris.secret.keys", () -> Instance.KEYS);
    registry.add("spring.mongodb.uri", () -> Servers.mongo("web"));
  }

  static final HttpClient HTTP = HttpClient.newHttpClient();

  @Autowired Callers callers;

  @Test
  @DisplayName(
      "holds no stream of the board whose reader has left, however many and however silent")
  void streamsEnd() throws Exception {
    List<HttpResponse<InputStream>> streams = new ArrayList<>();
    for (var i = 0; i < 20; i++) {
      streams.add(stream());
    }
    assertThat(BOARD.held()).isEqualTo(20);

    for (var one : streams) {
      one.body().close();
    }

    await().until(() -> BOARD.held() == 0);
  }

  @Test
  @DisplayName("ends a stream of the board with the service that it came from")
  void streamEndsWithItsService() throws Exception {
    var stream = stream();
    BOARD.end();

    assertThat(stream.body().readAllBytes()).isNotNull();
  }

  private HttpResponse<InputStream> stream() throws Exception {
    var token =
        Issuer.token("responder1", List.of(), List.of(Role.RESPONDER), UnaryOperator.identity());
    var request =
        HttpRequest.newBuilder(URI.create(callers.address() + "/api/board/stream"))
            .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
            .build();
    var response = HTTP.send(request, BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    assertThat(response.body().read()).isEqualTo(':');
    return response;
  }

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
        .as("declarant1", java.util.Set.of("990000010"), Role.DECLARANT)
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
    assertThat(Files.readString(OpenApiDocument.write(callers.nobody(), "web")))
        .contains("/api/me", "/api/settings")
        .doesNotContain("/sign-in");
  }

  @Test
  @DisplayName("lets one address start no sign-ins without end, and hinders no other")
  void signInsWithoutEnd() throws Exception {
    var exhausted = "198.51.100.7";
    for (var path : List.of("/sign-in", "/oauth2/authorization/keycloak")) {
      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> status(path, exhausted) == 429);
    }
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .untilAsserted(() -> refusal(asked("/sign-in", exhausted, "*/*")));
    assertThat(status("/sign-in", "198.51.100.8")).isEqualTo(302);
    var settings = asked("/api/settings", exhausted, "*/*"); // the page words it, with the numbers
    assertThat(settings.statusCode()).isEqualTo(200);
    assertThat(settings.body())
        .contains("\"emergencyNumbers\":[{", "\"number\":\"04 65 71 00 15\"");
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .untilAsserted(() -> {
          var read = asked("/sign-in", exhausted, "text/html,*/*;q=0.8");
          assertThat(read.statusCode()).isEqualTo(302);
          assertThat(read.headers().firstValue("Location").orElseThrow())
              .matches("/\\?signin=busy&wait=\\d+");
        });
  }

  /** Says when, in the head and to the page, and whom to call meanwhile. */
  private static void refusal(HttpResponse<String> refused) {
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue(HttpHeaders.RETRY_AFTER)).hasValue("1");
    assertThat(refused.headers().firstValue(HttpHeaders.CONTENT_TYPE))
        .hasValue(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    assertThat(refused.body())
        .contains(
            "urn:pris:problem:too-many-requests",
            "\"retryAfter\":1",
            "\"emergencyNumber\":\"04 65 71 00 15\"");
  }

  private int status(String path, String from) throws Exception {
    return asked(path, from, "*/*").statusCode();
  }

  /** As the proxy before the door says where it comes from. */
  private HttpResponse<String> asked(String path, String from, String accepted) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(callers.address() + path))
            .header("X-Forwarded-For", from)
            .header("Accept", accepted)
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: x=y",
        "/sign-out",
        "",
        "cases"
      })
  @DisplayName("follows only local paths after sign-in")
  void localPaths(String asked) {
    assertThat(LocalPath.of(asked)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/cases/PRIS-2026-000017", "/board?status=RECEIVED&q=%C3%A9"})
  @DisplayName("keeps deep links over sign-in")
  void deepLinks(String path) {
    assertThat(LocalPath.of(path)).contains(path);
  }
}
