package org.pris.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

@DisplayName("A token that was checked")
class CheckedTokensTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private final AtomicInteger checks = new AtomicInteger();
  private final AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);

  @Test
  @DisplayName("is not checked again for a minute, and then is")
  void remembered() {
    var tokens = valid(Duration.ofMinutes(15));
    tokens.decode("one");
    passed.set(Duration.ofSeconds(59));
    assertThat(tokens.decode("one").getTokenValue()).isEqualTo("one");
    assertThat(checks).hasValue(1);

    passed.set(Duration.ofSeconds(61));
    tokens.decode("one");
    assertThat(checks).hasValue(2);
  }

  @Test
  @DisplayName("is never taken for another")
  void another() {
    var tokens = valid(Duration.ofMinutes(15));
    assertThat(tokens.decode("one").getTokenValue()).isEqualTo("one");
    assertThat(tokens.decode("two").getTokenValue()).isEqualTo("two");
    assertThat(checks).hasValue(2);
  }

  @Test
  @DisplayName("is checked again from its end on, and each time where it names none")
  void ended() {
    var tokens = valid(Duration.ofSeconds(10));
    tokens.decode("one");
    passed.set(Duration.ofSeconds(10));
    tokens.decode("one");
    tokens.decode("one");
    assertThat(checks).hasValue(3);

    var endless = valid(null);
    endless.decode("one");
    endless.decode("one");
    assertThat(checks).hasValue(5);
  }

  @Test
  @DisplayName("and refused is checked each time")
  void refused() {
    var tokens =
        new CheckedTokens(
            _ -> {
              checks.incrementAndGet();
              throw new BadJwtException("no");
            },
            Clock.systemUTC(),
            System::nanoTime);
    for (var time = 0; time < 2; time++) {
      assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(BadJwtException.class);
    }
    assertThat(checks).hasValue(2);
  }

  private CheckedTokens valid(@Nullable Duration lasts) {
    var clock =
        new Clock() {
          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return NOW.plus(passed.get());
          }
        };
    return new CheckedTokens(
        token -> {
          checks.incrementAndGet();
          var jwt = Jwt.withTokenValue(token).header("alg", "RS256").subject("s");
          return (lasts == null ? jwt : jwt.expiresAt(NOW.plus(lasts))).build();
        },
        clock,
        () -> passed.get().toNanos());
  }
}
