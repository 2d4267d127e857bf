package org.pris.triage.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Objects;
import org.pris.platform.access.PersonResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Whoever responds or declares makes themselves known by calling. */
@Component
class ResponderDirectoryInterceptor implements HandlerInterceptor, WebMvcConfigurer {

  private static final Logger LOG = LoggerFactory.getLogger(ResponderDirectoryInterceptor.class);

  private final People people;

  ResponderDirectoryInterceptor(People people) {
    this.people = people;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    var caller = SecurityContextHolder.getContext().getAuthentication();
    if (caller != null && caller.getPrincipal() instanceof Jwt token) {
      var told = Objects.requireNonNullElse(token.getIssuedAt(), Instant.EPOCH);
      Colleague.of(PersonResolver.of(token)).ifPresent(it -> meet(it, told));
    }
    return true;
  }

  /** The next request tries again: nobody is refused for want of a name. */
  private void meet(Colleague colleague, Instant told) {
    try {
      people.met(colleague, told);
    } catch (DataAccessException e) {
      LOG.debug("Somebody's name was not kept: {}", e.getClass().getSimpleName());
    }
  }
}
