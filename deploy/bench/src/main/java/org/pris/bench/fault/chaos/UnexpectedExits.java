package org.pris.bench.fault.chaos;

import java.util.function.IntSupplier;

/**
 * The ends of one process that nobody asked for: the starts that the runner counts beyond those
 * after a kill. One may end in the middle of its start, because MongoDB or Kafka is away just then:
 * services lay their indexes as they start. One that has been ready has no reason to.
 */
final class UnexpectedExits {

  private final IntSupplier starts;

  private int seen;

  private boolean ready = true;

  private int starting;

  private int atWork;

  UnexpectedExits(IntSupplier starts) {
    this.starts = starts;
    seen = starts.getAsInt();
  }

  /** Nothing was done to it since the last look. */
  synchronized void look() {
    look(0, ready);
  }

  /**
   * After it was killed so often.
   *
   * @param nowReady whether it has come back to work
   */
  synchronized void look(int kills, boolean nowReady) {
    var now = starts.getAsInt();
    var more = Math.max(0, now - seen - kills);
    seen = now;
    if (kills == 0 && ready) {
      atWork += more;
    } else {
      starting += more;
    }
    ready = nowReady;
  }

  synchronized int starting() {
    return starting;
  }

  synchronized int atWork() {
    return atWork;
  }
}
