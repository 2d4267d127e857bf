package org.pris.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.contracts.Role;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.Issuer;
import org.pris.platform.testing.OpenApiDocument;
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

  /** A service behind the door that remembers what it was sent. */
  static final List<Headers> SEEN = new CopyOnWriteArrayList<>();

  @DynamicPropertySource
  static void behind(DynamicPropertyRegistry registry) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          SEEN.add(exchange.getRequestHeaders());
          var body =
              "{\"path\": \"%s\"}"
                  .formatted(exchange.getRequestURI())
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.createContext("/api/board/stream", WebFlowTest::tell);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    var address = "http://127.0.0.1:" + server.getAddress().getPort();
    for (var service : List.of("intake", "triage", "remediation", "timeline", "notification")) {
      registry.add("pris.web.services." + service, () -> address);
    }
    registry.add("pris.issuer", Issuer.running()::url);
    registry.add("pris.jwks-uri", Issuer.running()::keys);
    registry.add("pris.web.client-secret", () -> "not-used-here");
  }

  /** How many streams somebody still reads. */
  static final AtomicInteger STREAMS = new AtomicInteger();

  /** A board that says something every few milliseconds, for as long as it is listened to. */
  private static void tell(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    STREAMS.incrementAndGet();
    try (var out = exchange.getResponseBody()) {
      while (true) {
        out.write(":still here\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        LockSupport.parkNanos(10_000_000);
      }
    } finally {
      STREAMS.decrementAndGet();
    }
  }

  static final HttpClient HTTP = HttpClient.newHttpClient();

  @Autowired Callers callers;

  @Test
  @DisplayName("ends the board's stream as soon as its reader has left")
  void streamEnds() throws Exception {
    var token =
        Issuer.token("responder1", List.of(), List.of(Role.RESPONDER), UnaryOperator.identity());
    var request =
        HttpRequest.newBuilder(URI.create(callers.address() + "/api/board/stream"))
            .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
            .build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    assertThat(response.body().read()).isEqualTo(':');
    assertThat(STREAMS).hasValue(1);

    response.body().close();

    await().until(() -> STREAMS.get() == 0);
  }

  @Test
  @DisplayName("hands a machine's token on, but neither its cookie nor what it claims of proxies")
  void relays() {
    SEEN.clear();
    callers
        .as("responder1", Role.RESPONDER)
        .get()
        .uri("/api/cases?status=RECEIVED")
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
        .isEqualTo("/api/cases?status=RECEIVED");

    assertThat(SEEN).hasSize(1);
    assertThat(SEEN.getFirst().getFirst("Authorization")).startsWith("Bearer ");
    assertThat(SEEN.getFirst()).doesNotContainKeys("Cookie", "X-forwarded-for", "Forwarded");
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
    var refused = 0;
    for (var asked = 0; asked < 400; asked++) {
      refused += status("/sign-in", "198.51.100.7") == 429 ? 1 : 0;
    }

    assertThat(refused).isBetween(50, 100);
    assertThat(status("/oauth2/authorization/keycloak", "198.51.100.7")).isEqualTo(429);
    assertThat(status("/sign-in", "198.51.100.8")).isEqualTo(302);
    assertThat(status("/api/settings", "198.51.100.7")).isEqualTo(200);
  }

  /** As the proxy before the door says where it comes from. */
  private int status(String path, String from) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(callers.address() + path))
            .header("X-Forwarded-For", from)
            .build();
    return HTTP.send(request, BodyHandlers.discarding()).statusCode();
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
