package org.pris.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.pris.platform.Sha256;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers a token that was checked for a minute, never past its end: to check a signature costs
 * more than many a request. A token that is refused is checked each time. The process knows tokens
 * by their digest.
 */
final class CheckedTokens implements JwtDecoder {

  static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final int MOST = 10_000;

  private final JwtDecoder check;
  private final Clock clock;
  private final Cache<String, Jwt> checked;

  CheckedTokens(JwtDecoder check, Clock clock, Ticker ticker) {
    this.check = check;
    this.clock = clock;
    this.checked =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .ticker(ticker)
            .expireAfter(Expiry.<String, Jwt>creating((_, token) -> lasts(token)))
            .build();
  }

  @Override
  public Jwt decode(String token) {
    var digest = Sha256.hex(token);
    var known = checked.getIfPresent(digest);
    if (known != null) {
      return known;
    }
    var fresh = check.decode(token);
    if (lasts(fresh).isPositive()) {
      checked.put(digest, fresh);
    }
    return fresh;
  }

  private Duration lasts(Jwt token) {
    Instant end = token.getExpiresAt();
    if (end == null) {
      return Duration.ZERO;
    }
    var left = Duration.between(clock.instant(), end);
    return left.compareTo(REMEMBERED) < 0 ? left : REMEMBERED;
  }
}
