package org.pris.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands the live board on as it comes. The gateway's own routes go on reading after the browser has
 * left (spring-cloud-gateway issue 3999), and a person may have only few streams: here the first
 * write that fails ends both sides.
 */
@Hidden // documented where it comes from
@RestController
class BoardRelay {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final List<String> HANDED_ON =
      List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.RETRY_AFTER);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final URI board;

  BoardRelay(WebSettings settings) {
    this.board =
        Objects.requireNonNull(settings.services().get("triage")).resolve("/api/board/stream");
  }

  @GetMapping("/api/board/stream")
  @PreAuthorize("isAuthenticated()")
  void stream(@AuthenticationPrincipal Jwt caller, HttpServletResponse response)
      throws IOException, InterruptedException {
    var upstream = http.send(request(caller), BodyHandlers.ofInputStream());
    try (var told = upstream.body()) {
      response.setStatus(upstream.statusCode());
      HANDED_ON.forEach(it -> handOn(it, upstream, response));
      var out = response.getOutputStream();
      var buffer = new byte[8_192];
      for (var read = told.read(buffer); read >= 0; read = told.read(buffer)) {
        out.write(buffer, 0, read);
        out.flush();
      }
    }
  }

  private HttpRequest request(Jwt caller) {
    return HttpRequest.newBuilder(board)
        .header(HttpHeaders.AUTHORIZATION, "Bearer " + caller.getTokenValue())
        .header(
            HttpHeaders.ACCEPT,
            MediaType.TEXT_EVENT_STREAM_VALUE + ", " + MediaType.APPLICATION_PROBLEM_JSON_VALUE)
        .header("X-Correlation-Id", MDC.get("correlation"))
        .build();
  }

  private static void handOn(String name, HttpResponse<?> upstream, HttpServletResponse response) {
    upstream.headers().firstValue(name).ifPresent(value -> response.setHeader(name, value));
  }
}
