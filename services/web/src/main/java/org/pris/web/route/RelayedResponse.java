package org.pris.web.route;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A service's answer on its way out. Where the service goes away in the middle of it, what was
 * asked may have been done: 502, or if some of it went out, an end that nobody takes for a whole
 * answer.
 */
record RelayedResponse(ServerResponse answer) implements ServerResponse {

  private static final Logger LOG = LoggerFactory.getLogger(RelayedResponse.class);

  @Override
  public @Nullable ModelAndView writeTo(
      HttpServletRequest request, HttpServletResponse response, Context context)
      throws ServletException, IOException {
    try {
      return answer.writeTo(request, response, context);
    } catch (IOException brokenOff) {
      if (FailoverFilter.whoLeft(brokenOff) != null) {
        throw brokenOff;
      }
      LOG.warn("An answer broke off: {}", brokenOff.getClass().getName());
      if (response.isCommitted()) {
        // thrown it would be answered, after the half: the container is told itself, and hangs up
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, brokenOff);
        return null;
      }
      throw FailoverFilter.unanswered(HttpStatus.BAD_GATEWAY, brokenOff);
    }
  }

  @Override
  public HttpStatusCode statusCode() {
    return answer.statusCode();
  }

  @Override
  public HttpHeaders headers() {
    return answer.headers();
  }

  @Override
  public MultiValueMap<String, Cookie> cookies() {
    return answer.cookies();
  }
}
