package org.pris.platform.web;

import static org.pris.platform.web.ProblemAnswers.answer;
import static org.pris.platform.web.ProblemAnswers.problem;
import static org.pris.platform.web.ProblemAnswers.withErrors;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.pris.platform.StackTraceRedactor;
import org.pris.platform.problem.BadRequest;
import org.pris.platform.problem.FieldProblem;
import org.pris.platform.problem.Invalid;
import org.pris.platform.problem.NotFound;
import org.pris.platform.problem.RuleViolation;
import org.pris.platform.problem.StaleVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The only place where an exception becomes an HTTP status (RFC 9457). */
@RestControllerAdvice
class ProblemHandler extends MalformedRequests {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

  @ExceptionHandler
  ResponseEntity<Object> on(NotFound problem) {
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, "1"); // it may only be not yet known here
    return answer(problem(HttpStatus.NOT_FOUND, "not-found", "There is no such thing."), headers);
  }

  @ExceptionHandler
  ResponseEntity<Object> on(RuleViolation problem) {
    var detail = problem(HttpStatus.CONFLICT, "rule-violation", "The rules refuse this.");
    detail.setProperty("reasons", problem.reasons());
    return answer(detail, new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> on(StaleVersion problem) {
    var detail =
        problem(HttpStatus.CONFLICT, "stale", "Somebody changed it meanwhile: read it again.");
    detail.setProperty("currentVersion", problem.currentVersion());
    return answer(detail, new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> on(OptimisticLockingFailureException problem) {
    return answer(
        problem(HttpStatus.CONFLICT, "busy", "Too many change it at once: try again."),
        new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> on(Invalid problem) {
    return answer(
        withErrors(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-content", problem.errors()),
        new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> on(BadRequest problem) {
    return answer(
        withErrors(HttpStatus.BAD_REQUEST, "invalid", problem.errors()), new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> on(ConstraintViolationException problem) {
    var errors =
        problem.getConstraintViolations().stream()
            .map(it -> new FieldProblem(it.getPropertyPath().toString(), it.getMessage()))
            .toList();
    return answer(withErrors(HttpStatus.BAD_REQUEST, "invalid", errors), new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> on(AccessDeniedException problem) {
    return answer(
        problem(HttpStatus.FORBIDDEN, "forbidden", "Your roles do not allow this."),
        new HttpHeaders());
  }

  /** The store is away: the caller keeps what they have and tries again. */
  @ExceptionHandler({DataAccessException.class, MongoException.class})
  ResponseEntity<Object> onOutage(Exception outage) {
    switch (outage) {
      // one line: under load there are thousands, and to write them all out makes it worse
      case DataAccessResourceFailureException _, MongoTimeoutException _, MongoSocketException _ ->
          LOG.warn("The store is away or busy: {}", outage.getClass().getName());
      default ->
          LOG.error(
              "The store refuses: {}",
              outage.getClass().getName(),
              StackTraceRedactor.withoutMessages(outage));
    }
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, "5");
    return answer(
        problem(
            HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "For the moment this cannot be done."),
        headers);
  }

  /** Whoever asked has left; only their own connection says so, never one to a service behind. */
  @ExceptionHandler
  @Nullable ResponseEntity<Object> on(ClientAbortException gone, HttpServletResponse response) {
    LOG.debug("Nobody is left to be answered");
    return response.isCommitted()
        ? null
        : answer(
            problem(HttpStatus.BAD_REQUEST, "cut-off", "It ended in the middle."),
            new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> on(Exception unexpected) {
    // types and frames only: a message may hold what a person wrote
    LOG.error(
        "Unexpected {}",
        unexpected.getClass().getName(),
        StackTraceRedactor.withoutMessages(unexpected));
    return answer(
        problem(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", "Something went wrong here."),
        new HttpHeaders());
  }
}
