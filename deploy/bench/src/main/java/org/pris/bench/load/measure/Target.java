package org.pris.bench.load.measure;

/**
 * What is asked of a figure.
 *
 * @param figure {@code p50}, {@code p95}, {@code p99} in milliseconds, {@code perSecond}, {@code
 *     value}
 * @param least whether it must be at least so much; else at most
 */
public record Target(String figure, double value, boolean least) {

  public static Target atMost(String figure, double value) {
    return new Target(figure, value, false);
  }

  public static Target atLeast(String figure, double value) {
    return new Target(figure, value, true);
  }

  double of(Figures figures) {
    return switch (figure) {
      case "p50", "value" -> figures.p50();
      case "p95" -> figures.p95();
      case "p99" -> figures.p99();
      case "perSecond" -> figures.perSecond();
      default -> throw new IllegalArgumentException(figure);
    };
  }

  /** Never where nothing was measured, or something failed. */
  public boolean isMet(Figures figures) {
    var found = of(figures);
    return figures.count() > 0
        && figures.failed() == 0
        && (least ? found >= value : found <= value);
  }
}
