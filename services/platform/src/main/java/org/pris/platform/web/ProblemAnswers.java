package org.pris.platform.web;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pris.platform.problem.FieldProblem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** How a problem is answered (RFC 9457). */
final class ProblemAnswers {

  static final String URN = "urn:pris:problem:";

  private ProblemAnswers() {}

  static ProblemDetail withErrors(HttpStatus status, String type, List<FieldProblem> errors) {
    var problem = problem(status, type, "Some of it cannot be accepted.");
    problem.setProperty("errors", errors);
    return problem;
  }

  static ProblemDetail problem(HttpStatusCode status, String type, @Nullable String detail) {
    var problem = ProblemDetail.forStatus(status);
    problem.setDetail(detail);
    problem.setType(URI.create(URN + type));
    return problem;
  }

  static ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.getStatus())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
