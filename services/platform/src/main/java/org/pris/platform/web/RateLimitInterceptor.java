package org.pris.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pris.platform.access.PersonResolver;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Counts before the body is read, and whatever the answer will be: guessing is asking too. */
final class RateLimitInterceptor implements HandlerInterceptor {

  private final RateLimits limits;
  private final SecurityProblemHandler refusals;

  RateLimitInterceptor(RateLimits limits, SecurityProblemHandler refusals) {
    this.limits = limits;
    this.refusals = refusals;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!(handler instanceof HandlerMethod method)) {
      return true;
    }
    var limited = method.getMethodAnnotation(RateLimited.class);
    if (limited == null || !asks(request, limited.when())) {
      return true; // before it is asked who calls: that may be a look-up
    }
    var caller = SecurityContextHolder.getContext().getAuthentication();
    if (caller == null || !(caller.getPrincipal() instanceof Jwt token)) {
      return true;
    }
    var wait = limits.take(limited.value(), PersonResolver.of(token));
    if (wait.isPresent()) {
      refusals.tooMany(response, wait.get());
    }
    return wait.isEmpty();
  }

  private static boolean asks(HttpServletRequest request, String parameter) {
    return parameter.isEmpty() || StringUtils.hasText(request.getParameter(parameter));
  }
}
