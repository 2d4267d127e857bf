package org.pris.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.platform.web.Installation.Limits;
import org.pris.platform.web.Installation.Rate;

@DisplayName("The limits")
class RateLimitsTest {

  final AtomicLong now = new AtomicLong();

  final RateLimits limits = limits(1);

  private RateLimits limits(int times) {
    var rates =
        Map.of(
            RateLimited.By.PERSON, new Rate(60, 10),
            RateLimited.By.ESTABLISHMENT, new Rate(60, 25),
            RateLimited.By.ADDRESS, new Rate(60, 3));
    return new RateLimits(
        new Limits(times, Map.of("declare", rates, "search", rates)), new StoppedClock());
  }

  private final class StoppedClock implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return now.get();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  private static Person person(String subject, String... establishments) {
    return new Person(subject, subject, subject, Set.of(Role.DECLARANT), Set.of(establishments));
  }

  /** How many of this many go through. */
  private long through(RateLimits by, Person person, int asked) {
    return java.util.stream.IntStream.range(0, asked)
        .filter(_ -> by.take("declare", person).isEmpty())
        .count();
  }

  @Test
  @DisplayName("let a burst through, then say how long to wait, and let it through after that")
  void burst() {
    var person = person("a");
    assertThat(through(limits, person, 12)).isEqualTo(10);

    assertThat(limits.take("declare", person)).contains(Duration.ofSeconds(1));
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(limits.take("declare", person)).isEmpty();
    assertThat(limits.take("declare", person)).isPresent();
  }

  @Test
  @DisplayName("count each person and each thing apart")
  void apart() {
    through(limits, person("a"), 12);

    assertThat(limits.take("declare", person("b"))).isEmpty();
    assertThat(limits.take("search", person("a"))).isEmpty();
  }

  @Test
  @DisplayName("count all accounts of an establishment together, whatever else they belong to")
  void together() {
    var passed =
        List.of("a", "b", "c", "d").stream()
            .mapToLong(it -> through(limits, person(it, "990000010"), 10))
            .sum();

    assertThat(passed).isEqualTo(25);
    assertThat(limits.take("declare", person("e", "990000010", "990000028"))).isPresent();
    assertThat(limits.take("declare", person("f", "990000028"))).isEmpty();
  }

  @Test
  @DisplayName("let one runaway account use up its own share, never its establishment's")
  void runaway() {
    through(limits, person("machine", "990000010"), 1_000);

    assertThat(through(limits, person("human", "990000010"), 10)).isEqualTo(10);
  }

  @Test
  @DisplayName("count a network as one, for it is one customer's")
  void addresses() {
    for (var last : List.of("1", "2", "3")) {
      assertThat(limits.take("declare", new ClientAddress("2001:db8:7:1::" + last))).isEmpty();
    }

    assertThat(limits.take("declare", new ClientAddress("2001:db8:7:1:ffff::9"))).isPresent();
    assertThat(limits.take("declare", new ClientAddress("2001:db8:7:2::1"))).isEmpty();
    assertThat(limits.take("declare", new ClientAddress("192.0.2.1"))).isEmpty();
  }

  @Test
  @DisplayName("are raised all at once")
  void times() {
    assertThat(through(limits(7), person("a"), 100)).isEqualTo(70);
  }
}
