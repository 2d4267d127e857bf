package org.pris.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** One id from the request through Kafka to every log line that it leads to. */
public final class Correlation extends OncePerRequestFilter {

  public static final String KEY = "correlation";
  public static final String HEADER = "X-Correlation-Id";
  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var given = request.getHeader(HEADER);
    // what a client sends ends in logs: nothing but an id is taken over
    var id =
        given != null && ACCEPTED.matcher(given).matches() ? given : UUID.randomUUID().toString();
    response.setHeader(HEADER, id);
    try (var _ = MDC.putCloseable(KEY, id)) {
      chain.doFilter(request, response);
    }
  }
}
