package org.pris.web.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pris.platform.access.PersonResolver;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Behind the session stands its access token: what a request may do follows from the token of this
 * moment, never from what was true at sign-in. Without one the request is nobody's.
 */
public class SessionCaller extends OncePerRequestFilter {

  /** Says that the page asks by itself: a session that nobody uses ends all the same. */
  static final String BACKGROUND = "X-Pris-Background";

  private static final String STREAM = "/api/board/stream";

  /** Not every request is worth a write. */
  private static final Duration ABOUT = Duration.ofMinutes(1);

  private final Tokens tokens;
  private final JwtDecoder decoder;
  private final Clock clock;

  public SessionCaller(Tokens tokens, JwtDecoder decoder, Clock clock) {
    this.tokens = tokens;
    this.decoder = decoder;
    this.clock = clock;
  }

  /**
   * The pages themselves are everybody's, as are the numbers to call: also without the store. The
   * path is the decoded one, by which the request is answered.
   */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getServletPath();
    return !path.startsWith("/api/") || path.equals("/api/settings");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var session = request.getSession(false);
    if (session != null
        && SecurityContextHolder.getContext().getAuthentication()
            instanceof OAuth2AuthenticationToken) {
      // a new context: the stored one stays what the session holds
      var now = SecurityContextHolder.createEmptyContext();
      tokens
          .current(session)
          .ifPresent(held -> now.setAuthentication(caller(held, request, session)));
      SecurityContextHolder.setContext(now);
    }
    chain.doFilter(request, response);
  }

  private @Nullable RelayedCaller caller(
      SessionTokens held, HttpServletRequest request, HttpSession session) {
    try {
      var jwt = decoder.decode(held.access());
      return new RelayedCaller(
          jwt,
          PersonResolver.of(jwt),
          seen(request, session),
          SessionRow.key(session.getId()),
          held.freshUntil());
    } catch (JwtException invalid) {
      logger.warn("The session's token is refused");
      return null;
    }
  }

  private SessionExpiry seen(HttpServletRequest request, HttpSession session) {
    var now = clock.instant();
    var seenAt = Instant.ofEpochMilli(session.getLastAccessedTime());
    if (isOwn(request) && seenAt.plus(ABOUT).isBefore(now)) {
      session.setAttribute(WebSession.SEEN, now);
      seenAt = now;
    }
    return SessionExpiry.signedIn(Instant.ofEpochMilli(session.getCreationTime()), seenAt);
  }

  private static boolean isOwn(HttpServletRequest request) {
    return request.getHeader(BACKGROUND) == null && !request.getServletPath().equals(STREAM);
  }
}
