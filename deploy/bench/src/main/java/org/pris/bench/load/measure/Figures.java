package org.pris.bench.load.measure;

import java.util.List;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;

/**
 * What a bench found of one thing. Times in milliseconds.
 *
 * @param seconds from the first to the last
 * @param curve the times at {@link #PERCENTS}, for the chart
 */
public record Figures(
    long count,
    long failed,
    double seconds,
    double mean,
    double p50,
    double p90,
    double p95,
    double p99,
    double max,
    List<Double> curve) {

  /** Where the curve is taken: denser towards the slow end. */
  static final List<Double> PERCENTS =
      List.of(1d, 5d, 10d, 25d, 50d, 75d, 90d, 95d, 97.5, 99d, 99.5, 99.9, 100d);

  static Figures of(Histogram micros, long failed, double seconds) {
    return new Figures(
        micros.getTotalCount(),
        failed,
        seconds,
        micros.getTotalCount() == 0 ? 0 : micros.getMean() / 1_000,
        at(micros, 50),
        at(micros, 90),
        at(micros, 95),
        at(micros, 99),
        at(micros, 100),
        PERCENTS.stream().map(it -> at(micros, it)).toList());
  }

  /** One value that is no time, or a time without a distribution. */
  static Figures single(double value) {
    return new Figures(
        1, 0, 0, value, value, value, value, value, value, DoubleStream.of(value).boxed().toList());
  }

  public double perSecond() {
    return seconds <= 0 ? 0 : count / seconds;
  }

  private static double at(Histogram micros, double percent) {
    return micros.getTotalCount() == 0 ? 0 : micros.getValueAtPercentile(percent) / 1_000.0;
  }
}
