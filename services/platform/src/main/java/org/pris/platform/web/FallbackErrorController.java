package org.pris.platform.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was refused or failed before any controller was reached, in the form of all the rest. */
@Hidden
@RestController
class FallbackErrorController implements ErrorController {

  @RequestMapping("/error")
  @PreAuthorize("permitAll()")
  ResponseEntity<ProblemDetail> failed(HttpServletRequest request) {
    var status = status(request);
    var name = status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            ProblemAnswers.problem(status, status.is5xxServerError() ? "unexpected" : name, null));
  }

  /** Nothing failed where somebody just asks for this path. */
  private static HttpStatus status(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)
        instanceof InvalidParameterException) {
      return HttpStatus.BAD_REQUEST;
    }
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
        ? Objects.requireNonNullElse(HttpStatus.resolve(code), HttpStatus.BAD_REQUEST)
        : HttpStatus.NOT_FOUND;
  }
}
