package org.pris.web.session;

import com.mongodb.MongoException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Without the store nobody can be told apart: that is the same problem as behind a controller. */
class SessionStoreUnavailable extends OncePerRequestFilter {

  private final HandlerExceptionResolver problems;

  SessionStoreUnavailable(HandlerExceptionResolver problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (DataAccessException | MongoException away) {
      if (response.isCommitted()) {
        throw away;
      }
      response.resetBuffer();
      problems.resolveException(request, response, null, away);
    }
  }
}
