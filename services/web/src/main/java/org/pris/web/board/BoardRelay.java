package org.pris.web.board;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.pris.web.route.ServiceInstances;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands the live board on as it comes. The gateway's own routes go on reading after the browser has
 * left (spring-cloud-gateway issue 3999): here a word of its own every few seconds finds that out,
 * and both sides end.
 */
@Hidden // documented where it comes from
@RestController
class BoardRelay {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** The board says something every 15 s, or it does not live. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(40);

  private static final List<String> HANDED_ON =
      List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.RETRY_AFTER);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final ServiceInstances instances;
  private final OpenStreams streams;
  private final Duration every;
  private volatile boolean ending;

  /**
   * @param every how long after the last word it asks whether its reader is still there
   */
  BoardRelay(
      ServiceInstances instances,
      OpenStreams streams,
      @Value("${pris.web.board-probe:5s}") Duration every) {
    this.instances = instances;
    this.streams = streams;
    this.every = every;
  }

  @GetMapping("/api/board/stream")
  @PreAuthorize("isAuthenticated()")
  void stream(
      Authentication caller, @AuthenticationPrincipal Jwt token, HttpServletResponse response)
      throws IOException, InterruptedException {
    try (var stream = streams.of(caller)) {
      var upstream = open(token);
      try (var told = new EventStreamChunks(upstream.body())) {
        response.setStatus(upstream.statusCode());
        HANDED_ON.forEach(it -> handOn(it, upstream, response));
        relay(stream, told, new BoardReader(response.getOutputStream()));
      }
    }
  }

  /** The server waits for its requests before it ends, and a board would go on for minutes. */
  @EventListener
  void end(ContextClosedEvent end) {
    ending = true;
  }

  private void relay(OpenStreams.Stream stream, EventStreamChunks told, BoardReader reader)
      throws IOException, InterruptedException {
    var silence = Duration.ZERO;
    while (silence.compareTo(LONGEST_SILENCE) < 0 && !stream.isOver() && !ending) {
      var chunk = told.next(every);
      if (chunk == null) {
        silence = silence.plus(every);
        reader.probe();
      } else if (chunk.length == 0) {
        return;
      } else {
        silence = Duration.ZERO;
        reader.tell(chunk);
      }
    }
  }

  private HttpResponse<InputStream> open(Jwt caller) throws InterruptedException {
    // each instance counts the streams of a session by itself: they go to the same one
    var session = Objects.hash(caller.getSubject(), caller.getClaimAsString("sid"));
    Set<URI> tried = new HashSet<>();
    for (var to = instances.choose("triage", tried, session);
        to.isPresent();
        to = instances.choose("triage", tried, session)) {
      tried.add(to.get());
      // not the request's own timeout, which may be taken to cover the whole stream
      var opening = http.sendAsync(request(to.get(), caller), BodyHandlers.ofInputStream());
      try {
        return opening.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException silent) {
        opening.cancel(true);
        instances.failed("triage", to.get());
      }
    }
    throw new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE);
  }

  private static HttpRequest request(URI triage, Jwt caller) {
    return HttpRequest.newBuilder(triage.resolve("/api/board/stream"))
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
