package org.pris.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pris.platform.web.SecurityProblemHandler;
import org.pris.web.session.KeycloakUnavailable;
import org.pris.web.session.SessionRow;
import org.pris.web.session.SessionRow.Over;
import org.pris.web.session.Sessions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * What a page learns whose session does not let it in. Types: {@code unauthenticated} for who never
 * signed in or whose time ran out, {@code signed-out} for who, or whose administrator, ended it;
 * 503 {@code unavailable} where it cannot be told. Never a redirect.
 */
@Component
public class UnauthenticatedEntryPoint implements AuthenticationEntryPoint {

  private final Sessions sessions;
  private final SecurityProblemHandler refusals;

  UnauthenticatedEntryPoint(Sessions sessions, SecurityProblemHandler refusals) {
    this.sessions = sessions;
    this.refusals = refusals;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
      throws IOException {
    if (problem instanceof KeycloakUnavailable) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
      refusals.write(
          response, HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Sign-in does not answer.");
    } else if (wasEndedElsewhere(request)) {
      refusals.write(
          response,
          HttpStatus.UNAUTHORIZED,
          "signed-out",
          "This session was ended elsewhere. Sign in again.");
    } else {
      refusals.commence(request, response, problem);
    }
  }

  private boolean wasEndedElsewhere(HttpServletRequest request) {
    var id = request.getRequestedSessionId();
    return id != null
        && sessions
            .row(id)
            .map(SessionRow::over)
            .filter(Over.SIGNED_OUT_ELSEWHERE::equals)
            .isPresent();
  }
}
