package org.pris.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pris.platform.web.ClientAddress;
import org.pris.platform.web.RateLimits;
import org.pris.platform.web.SecurityProblemHandler;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Each start of a sign-in makes a session: one address may not make them without end. */
public class SignInLimit extends OncePerRequestFilter {

  private final RateLimits limits;
  private final SecurityProblemHandler refusals;

  public SignInLimit(RateLimits limits, SecurityProblemHandler refusals) {
    this.limits = limits;
    this.refusals = refusals;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getServletPath();
    return !path.equals("/sign-in") && !path.startsWith("/oauth2/") && !path.startsWith("/login/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var wait = limits.take("signin", new ClientAddress(request.getRemoteAddr()));
    if (wait.isEmpty()) {
      chain.doFilter(request, response);
    } else if (isRead(request)) {
      response.sendRedirect("/?signin=busy&wait=" + wait.get().plusMillis(999).toSeconds());
    } else {
      refusals.tooMany(response, wait.get());
    }
  }

  /** A person who signs in looks at the answer: the page has words for it, and the numbers. */
  private static boolean isRead(HttpServletRequest request) {
    var accepted = request.getHeader(HttpHeaders.ACCEPT);
    return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
  }
}
