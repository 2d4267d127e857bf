package org.pris.platform;

import com.mongodb.MongoException;
import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** The only place where an exception becomes an HTTP status (RFC 9457). */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  static final String URN = "urn:pris:problem:";

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
  ResponseEntity<Object> on(Stale problem) {
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
  ResponseEntity<Object> on(BadQuery problem) {
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
    LOG.error("The store refuses: {}", outage.getClass().getName(), outage);
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, "5");
    return answer(
        problem(
            HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "For the moment this cannot be done."),
        headers);
  }

  @ExceptionHandler
  ResponseEntity<Object> on(Exception unexpected) {
    // types and frames only: a message may hold what a person wrote
    LOG.error("Unexpected {}", unexpected.getClass().getName(), Traces.withoutMessages(unexpected));
    return answer(
        problem(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", "Something went wrong here."),
        new HttpHeaders());
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException problem,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var errors =
        problem.getCause() instanceof JacksonException unreadable
            ? List.of(FieldProblems.unreadable(unreadable))
            : List.<FieldProblem>of();
    return answer(withErrors(HttpStatus.BAD_REQUEST, "invalid", errors), headers);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException problem,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var errors =
        problem.getBindingResult().getAllErrors().stream()
            .map(it -> new FieldProblem(FieldProblems.field(it), FieldProblems.message(it)))
            .toList();
    return answer(withErrors(HttpStatus.BAD_REQUEST, "invalid", errors), headers);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException problem,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var errors =
        problem.getParameterValidationResults().stream()
            .flatMap(parameter ->
                parameter.getResolvableErrors().stream()
                    .map(it ->
                        new FieldProblem(
                            it instanceof FieldError field
                                ? field.getField()
                                : String.valueOf(parameter.getMethodParameter().getParameterName()),
                            FieldProblems.message(it))))
            .toList();
    return answer(withErrors(HttpStatus.BAD_REQUEST, "invalid", errors), headers);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException problem,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var field =
        problem instanceof MethodArgumentTypeMismatchException argument
            ? argument.getName()
            : String.valueOf(problem.getPropertyName());
    var errors =
        List.of(new FieldProblem(field, FieldProblems.expected(problem.getRequiredType())));
    return answer(withErrors(HttpStatus.BAD_REQUEST, "invalid", errors), headers);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception problem,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var known = HttpStatus.resolve(status.value());
    var name = known == null ? "refused" : known.name().toLowerCase(java.util.Locale.ROOT);
    return answer(problem(status, name.replace('_', '-'), null), headers);
  }

  private static ProblemDetail withErrors(
      HttpStatus status, String type, List<FieldProblem> errors) {
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

  private static ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.getStatus())
        .headers(headers)
        .contentType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
