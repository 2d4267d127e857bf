package org.pris.bench.load;

import java.util.List;
import org.pris.bench.load.measure.Measure;
import org.pris.bench.load.measure.Usage;

/** One question about speed. */
interface Bench {

  /** What it asks, for the reader of the result. */
  String title();

  Found on(Installation installation) throws InterruptedException;

  /** Whether what other benches leave would make its figures worth nothing. */
  default boolean wantsItsOwn() {
    return false;
  }

  /** Whether the JVMs shall have compiled what is hot before it begins. */
  default boolean wantsItWarm() {
    return true;
  }

  /** The services' JVMs as in their containers; else as on a laptop. */
  default boolean wantsProductionFlags() {
    return true;
  }

  /**
   * The answer.
   *
   * @param usage of the processes while it was measured
   * @param notes how to read the figures
   */
  record Found(List<Measure> measures, List<Usage> usage, List<String> notes) {}
}
