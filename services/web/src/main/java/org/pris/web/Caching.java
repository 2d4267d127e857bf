package org.pris.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Assets carry a digest in their name and keep for a year; the page is asked for again; data never
 * stays.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class Caching extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var path = request.getServletPath(); // decoded, as that which is answered
    response.setHeader(
        HttpHeaders.CACHE_CONTROL,
        path.startsWith("/assets/")
            ? "public, max-age=31536000, immutable"
            : path.startsWith("/api/") ? "no-store" : "no-cache");
    chain.doFilter(request, response);
  }
}
