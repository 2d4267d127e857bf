package org.pris.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pris.platform.Persons;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Behind the session stands its access token: what a request may do follows from the token of this
 * moment, never from what was true at sign-in. Without one the request is nobody's.
 */
class SessionCaller extends OncePerRequestFilter {

  private final Tokens tokens;
  private final JwtDecoder decoder;

  SessionCaller(Tokens tokens, JwtDecoder decoder) {
    this.tokens = tokens;
    this.decoder = decoder;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var context = SecurityContextHolder.getContext();
    if (context.getAuthentication() instanceof OAuth2AuthenticationToken signedIn) {
      // a new context: the stored one stays what the session holds
      var now = SecurityContextHolder.createEmptyContext();
      tokens
          .current(signedIn, request, response)
          .ifPresent(token -> {
            try {
              var jwt = decoder.decode(token);
              now.setAuthentication(new RelayedCaller(jwt, Persons.of(jwt)));
            } catch (JwtException invalid) {
              logger.warn("The session's token is refused");
            }
          });
      SecurityContextHolder.setContext(now);
    }
    chain.doFilter(request, response);
  }
}
