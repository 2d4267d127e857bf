package org.pris.bench.load.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Figures")
class FiguresTest {

  private static final long MILLI = 1_000_000;

  private final Samples samples = new Samples();

  @Test
  @DisplayName("are the percentiles of what was measured, in milliseconds")
  void percentiles() {
    for (var i = 1; i <= 1_000; i++) {
      samples.add(0, i * MILLI);
    }

    var figures = samples.figures();

    assertThat(figures.count()).isEqualTo(1_000);
    assertThat(figures.p50()).isCloseTo(500, within(1.0));
    assertThat(figures.p95()).isCloseTo(950, within(1.0));
    assertThat(figures.p99()).isCloseTo(990, within(1.0));
    assertThat(figures.max()).isCloseTo(1_000, within(1.0));
    assertThat(figures.curve()).hasSameSizeAs(Figures.PERCENTS).isSorted();
  }

  @Test
  @DisplayName("count a second from the first beginning to the last end")
  void perSecond() {
    samples.add(0, 100 * MILLI);
    samples.add(500 * MILLI, 2_000 * MILLI);
    samples.add(300 * MILLI, 400 * MILLI);

    assertThat(samples.figures().perSecond()).isCloseTo(1.5, within(0.001));
  }

  @Test
  @DisplayName("keep what failed apart, and meet no target with it")
  void failed() {
    samples.add(0, 5 * MILLI);
    var target = Target.atMost("p99", 10);
    assertThat(target.isMet(samples.figures())).isTrue();

    samples.fail();

    assertThat(samples.figures().count()).isEqualTo(1);
    assertThat(samples.figures().failed()).isEqualTo(1);
    assertThat(target.isMet(samples.figures())).isFalse();
  }

  @Test
  @DisplayName("of nothing meet no target")
  void nothing() {
    assertThat(Target.atMost("p50", 10).isMet(samples.figures())).isFalse();
  }

  @Test
  @DisplayName("are held against what is asked at least, and at most")
  void targets() {
    samples.add(0, 20 * MILLI);
    samples.add(0, 1_000 * MILLI);
    var figures = samples.figures(); // two in a second

    assertThat(Target.atLeast("perSecond", 2).isMet(figures)).isTrue();
    assertThat(Target.atLeast("perSecond", 2.5).isMet(figures)).isFalse();
    assertThat(Target.atMost("p99", 900).isMet(figures)).isFalse();
    assertThat(Target.atMost("value", 40).isMet(Figures.single(40))).isTrue();
  }
}
