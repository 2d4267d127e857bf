package org.pris.bench.load.measure;

import java.util.List;

/**
 * One line of a result.
 *
 * @param unit of the single value; {@code ms} where there is a distribution
 * @param limit whether it is what disk, database or broker allow, not what we do
 */
public record Measure(
    String what, Figures figures, String unit, boolean limit, List<Target> targets) {

  public static Measure of(String what, Samples samples, Target... targets) {
    return new Measure(what, samples.figures(), "ms", false, List.of(targets));
  }

  static Measure limit(String what, Samples samples) {
    return new Measure(what, samples.figures(), "ms", true, List.of());
  }

  public static Measure value(String what, double value, String unit, Target... targets) {
    return new Measure(what, Figures.single(value), unit, false, List.of(targets));
  }
}
