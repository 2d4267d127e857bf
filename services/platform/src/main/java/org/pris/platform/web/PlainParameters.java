package org.pris.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.pris.platform.problem.BadRequest;
import org.springframework.web.servlet.HandlerInterceptor;

/** A parameter has a name and nothing but a name: no path into what is bound, no operator. */
final class PlainParameters implements HandlerInterceptor {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]*");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    for (var name : request.getParameterMap().keySet()) {
      if (!NAME.matcher(name).matches()) {
        throw new BadRequest("", "a parameter's name has letters, digits and . _ - alone");
      }
    }
    return true;
  }
}
