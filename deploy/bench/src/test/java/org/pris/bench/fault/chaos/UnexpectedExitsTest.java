package org.pris.bench.fault.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of the starts that the runner counts")
class UnexpectedExitsTest {

  private final AtomicInteger starts = new AtomicInteger(4);

  private final UnexpectedExits deaths = new UnexpectedExits(starts::get);

  @Test
  @DisplayName("one after each kill says nothing")
  void kills() {
    starts.addAndGet(2);
    deaths.look(2, true);
    deaths.look();

    assertThat(deaths.starting()).isZero();
    assertThat(deaths.atWork()).isZero();
  }

  @Test
  @DisplayName("one more after a kill is of a start that came to nothing")
  void startedTwice() {
    starts.addAndGet(3);
    deaths.look(1, false);
    starts.incrementAndGet();
    deaths.look();

    assertThat(deaths.starting()).isEqualTo(3);
    assertThat(deaths.atWork()).isZero();
  }

  @Test
  @DisplayName("one without a kill is of a death at work")
  void atWork() {
    starts.incrementAndGet();
    deaths.look(1, true);
    starts.incrementAndGet();
    deaths.look();

    assertThat(deaths.starting()).isZero();
    assertThat(deaths.atWork()).isEqualTo(1);
  }

  @Test
  @DisplayName("none is taken for a kill: these are counted as they are made")
  void madeKills() {
    starts.addAndGet(20);
    deaths.look(2, true);
    var made =
        List.of(
            new Fault(Instant.EPOCH, "web", Fault.Kind.KILL, 2),
            new Fault(Instant.EPOCH, "web", Fault.Kind.KILL, 1),
            new Fault(Instant.EPOCH, "web", Fault.Kind.PAUSE, 3),
            new Fault(Instant.EPOCH, "triage", Fault.Kind.KILL, 9));

    assertThat(Disruption.of("web", made, deaths))
        .isEqualTo(new Disruption("web", 2, 1, 0, 18, 0, 2, 2));
  }
}
