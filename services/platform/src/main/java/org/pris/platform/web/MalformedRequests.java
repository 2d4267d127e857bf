package org.pris.platform.web;

import static org.pris.platform.web.ProblemAnswers.answer;
import static org.pris.platform.web.ProblemAnswers.problem;
import static org.pris.platform.web.ProblemAnswers.withErrors;

import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.pris.platform.problem.FieldProblem;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** What Spring refuses before a controller sees it, field by field. */
abstract class MalformedRequests extends ResponseEntityExceptionHandler {

  /** What a query sets are parameters, never properties of what was made from them. */
  @InitBinder
  void constructorsOnly(WebDataBinder binder) {
    binder.setDeclarativeBinding(true);
  }

  @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
  ResponseEntity<Object> onUnreadable(Exception query) {
    var errors =
        List.of(
            new FieldProblem(
                "", "the query cannot be read: it must be UTF-8, its names without control codes"));
    return answer(withErrors(HttpStatus.BAD_REQUEST, "invalid", errors), new HttpHeaders());
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
}
