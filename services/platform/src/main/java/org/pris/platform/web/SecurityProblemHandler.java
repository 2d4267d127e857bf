package org.pris.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/** 401, 403, 429 and 503 from before the controllers, with a body: by themselves they have none. */
public final class SecurityProblemHandler implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final JsonMapper json;
  private final Installation installation;

  SecurityProblemHandler(JsonMapper json, Installation installation) {
    this.json = json;
    this.installation = installation;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
      throws IOException {
    if (problem instanceof SigningKeysUnavailable) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
      var away = HttpStatus.SERVICE_UNAVAILABLE;
      write(response, away, "unavailable", "For the moment nobody's token can be checked.");
      return;
    }
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    write(response, HttpStatus.UNAUTHORIZED, "unauthenticated", "Sign in, or send a valid token.");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException problem)
      throws IOException {
    write(response, HttpStatus.FORBIDDEN, "forbidden", "Your roles do not allow this.");
  }

  /**
   * 429 with {@code retryAfter}, seconds, as the header says it too, and {@code emergencyNumber}:
   * whoever has to wait here can call.
   */
  public void tooMany(HttpServletResponse response, Duration wait) throws IOException {
    var seconds = wait.plusMillis(999).toSeconds();
    var problem =
        ProblemAnswers.problem(
            HttpStatus.TOO_MANY_REQUESTS,
            "too-many-requests",
            "Too much was asked at once: wait, or call.");
    problem.setProperty("retryAfter", seconds);
    installation.emergencyNumbers().stream()
        .findFirst()
        .ifPresent(it -> problem.setProperty("emergencyNumber", it.number()));
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    write(response, problem);
  }

  /**
   * A problem from where no controller answers.
   *
   * @param type what stands after {@code urn:pris:problem:}
   */
  public void write(HttpServletResponse response, HttpStatus status, String type, String detail)
      throws IOException {
    write(response, ProblemAnswers.problem(status, type, detail));
  }

  private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), problem);
  }
}
