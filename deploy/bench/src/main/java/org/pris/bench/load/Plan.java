package org.pris.bench.load;

import java.time.Duration;

/**
 * How long a bench takes.
 *
 * @param cold after a start, until the JVMs have compiled most of what is hot: that takes more of
 *     two cores than the load itself; the rest is given twice as long at most
 * @param warm the same again for what a bench asks
 * @param measured what counts
 * @param many cases on the large board
 */
record Plan(Duration cold, Duration warm, Duration measured, int many) {

  static final Plan FULL =
      new Plan(Duration.ofMinutes(3), Duration.ofSeconds(20), Duration.ofSeconds(40), 50_000);

  /** To see that it works; its figures are worth nothing. */
  static final Plan SHORT =
      new Plan(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(8), 3_000);
}
