package org.pris.local.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.local.client.Account;
import org.pris.local.client.Quiet;
import org.pris.local.client.Wire;

/** What two readers of an address or of a method may take for different ones. */
@DisplayName("A path")
class PathsE2eTest {

  private static String as(String username, String line, String... more) {
    var headers = new ArrayList<>(List.of(more));
    if (!username.isEmpty()) {
      headers.add("Authorization: Bearer " + Account.of(username).token());
    }
    return Wire.ask(line, headers.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/webhooks",
        "/api/webhooks;x=y",
        "/api;x=y/webhooks",
        "/api/webhooks/",
        "/api//webhooks",
        "//api/webhooks",
        "/api/./webhooks",
        "/api/cases/../webhooks",
        "/api/cases/..;/webhooks",
        "/api/cases/%2e%2e/webhooks",
        "/api/cases/%2E%2E/webhooks",
        "/api/cases/%252e%252e/webhooks",
        "/api/cases/..%2fwebhooks",
        "/api/cases/..%5cwebhooks",
        "/api/cases\\..\\webhooks",
        "/api%2fwebhooks",
        "/api/%77ebhooks",
        "/API/WEBHOOKS",
        "/api/webhooks.json",
        "/api/webhooks%00",
        "/api/webhooks%0a",
        "/api/webhooks%0d%0aX: y",
        "/api/webhooks%20",
        "/api/webhooks#",
        "/api/webhooks?x#y",
        "/sign-in/../api/webhooks",
        "/assets/../api/webhooks",
        "/api/settings/../webhooks",
        "/api/settings/..;/webhooks",
        "/api/settings;/../webhooks",
        "/api/settings/%2e%2e/webhooks",
        "http://evil.example/api/webhooks",
        "*"
      })
  @DisplayName("leads nobody, nor a declarant, to what is an administrator's:")
  void around(String path) {
    for (var who : List.of("", "declarant1")) {
      var answer = as(who, "GET " + path);
      assertThat(Wire.status(answer)).as(path + answer).isIn(302, 400, 401, 403, 404);
      quiet(answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/env",
        "/actuator/prometheus",
        "/actuator/heapdump",
        "/actuator/loggers",
        "/actuator;/prometheus",
        "/actuator/health/../prometheus",
        "/api/../actuator/prometheus",
        "/api/cases/..;/..;/actuator/prometheus",
        "/api/cases/%2e%2e/%2e%2e/actuator/prometheus",
        "/api/cases/..%2f..%2factuator%2fprometheus",
        "/api/tasks/..%2f..%2factuator%2fprometheus",
        "/api/establishments/..%2f..%2f..%2factuator%2fprometheus",
        "/api/declarations/%2e%2e%2f%2e%2e%2factuator%2fprometheus",
        "/api-docs/../actuator/prometheus",
        "/error",
        "/v3/api-docs",
        "/h2-console",
        "/.git/config",
        "/WEB-INF/web.xml",
        "/META-INF/MANIFEST.MF",
        "/application.yml",
        "/static/../application.yml",
        "/assets/..%2f..%2fapplication.yml",
        "/assets/%2e%2e/%2e%2e/application.yml",
        "/..%2f..%2f..%2fetc%2fpasswd",
        "/file:/etc/passwd"
      })
  @DisplayName("leads to nothing inside, of web or of what is behind it:")
  void inside(String path) {
    for (var who : List.of("", "admin1")) {
      var answer = as(who, "GET " + path);
      assertThat(answer)
          .as(path)
          .doesNotContain(
              "jvm_memory", "HikariPool", "root:x:", "client-secret", "Manifest-Version")
          .doesNotContain("\"_links\"", "spring:", "[core]");
      assertThat(Wire.status(answer)).as(path + answer).isIn(200, 302, 400, 401, 403, 404);
      if (Wire.status(answer) == 200) { // a deep link: the page itself
        assertThat(answer).contains("<!doctype html>");
      }
      quiet(answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TRACE",
        "TRACK",
        "CONNECT",
        "PROPFIND",
        "DEBUG",
        "FOO",
        "PUT",
        "DELETE",
        "get",
        "P\u00d6ST"
      })
  @DisplayName("knows no other methods than its own:")
  void methods(String method) {
    for (var path : List.of("/api/cases", "/api/declarations", "/api/me", "/", "/api/nothing")) {
      var answer =
          as("responder1", method + " " + path, "Content-Length: 0", "Cookie: secret=mirror");
      assertThat(Wire.status(answer)).as(path + answer).isIn(400, 401, 403, 404, 405, 501);
      assertThat(answer).doesNotContain("mirror");
      quiet(answer);
    }
  }

  @Test
  @DisplayName("is not asked by another method than the one of its first line")
  void override() {
    for (var header :
        List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method")) {
      var answer =
          as("declarant1", "GET /api/declarations?_method=POST&limit=1", header + ": DELETE");
      assertThat(Wire.status(answer)).isEqualTo(200);
      assertThat(answer).contains("\"items\"");
    }
  }

  @Test
  @DisplayName("answers one request, where two readers might see two")
  void smuggling() {
    var hidden = "0\r\n\r\nGET /api/settings HTTP/1.1\r\nHost: x\r\n\r\n";
    for (var headers :
        List.of(
            List.of("Content-Length: 0", "Content-Length: " + hidden.length()),
            List.of("Content-Length: " + hidden.length(), "Transfer-Encoding: chunked"),
            List.of("Transfer-Encoding: xchunked"),
            List.of("Transfer-Encoding : chunked"),
            List.of("Transfer-Encoding: chunked", "Transfer-Encoding: x"),
            List.of("X: a\nTransfer-Encoding: chunked"),
            List.of("Content-Length: -1"),
            List.of("Content-Length: 99999999999999999999"))) {
      var lines = new ArrayList<>(headers);
      lines.add("Content-Type: application/json");
      lines.add("Authorization: Bearer " + Account.of("declarant1").token());
      var head = Wire.request("POST /api/declarations", lines.toArray(String[]::new));
      var answer = Wire.send(head + hidden);
      assertThat(Wire.status(answer)).as(headers + answer).isBetween(400, 501).isNotEqualTo(500);
      assertThat(answer).doesNotContain("emergencyNumbers");
      quiet(answer);
    }
  }

  @Test
  @DisplayName("echoes nothing of a header that could begin another")
  void echoes() {
    for (var value :
        List.of(
            "abcdefgh\tX", "abcdefgh%0d%0aEvil: 1", "abcdefgh\u0085Evil: 1", "a".repeat(5_000))) {
      var answer =
          as(
              "declarant1",
              "GET /api/me",
              "X-Correlation-Id: " + value,
              "Idempotency-Key: " + value);
      assertThat(Wire.head(answer)).doesNotContain("Evil", value);
    }
    for (var name : List.of("Evil\r\n: x", "Evil\u0000: x", ": x", "Evil x: y")) {
      var answer = as("declarant1", "GET /api/me", name);
      assertThat(Wire.status(answer)).as(name).isIn(200, 400);
      assertThat(Wire.head(answer)).doesNotContain("Evil");
    }
  }

  private static void quiet(String answer) {
    Quiet.check("", answer);
    assertThat(answer).doesNotContain("(no end)");
  }
}
