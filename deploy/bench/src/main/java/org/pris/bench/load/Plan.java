package org.pris.bench.load;

import java.time.Duration;

/**
 * How long a bench takes.
 *
 * @param warm until the JVMs have compiled what is hot
 * @param measured what counts
 * @param many cases on the large board
 */
record Plan(Duration warm, Duration measured, int many) {

  static final Plan FULL = new Plan(Duration.ofSeconds(45), Duration.ofSeconds(40), 50_000);

  /** To see that it works; its figures are worth nothing. */
  static final Plan SHORT = new Plan(Duration.ofSeconds(5), Duration.ofSeconds(8), 3_000);
}
