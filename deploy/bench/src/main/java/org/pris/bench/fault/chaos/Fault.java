package org.pris.bench.fault.chaos;

import java.time.Instant;

/**
 * What was done to a process.
 *
 * @param kind KILL, PAUSE or AWAY
 * @param seconds until it was ready again
 */
public record Fault(Instant at, String process, Kind kind, double seconds) {

  /** How a process is hindered. */
  public enum Kind {
    /** {@code kill -9}; the runner starts it again */
    KILL,
    /** {@code SIGSTOP}, later {@code SIGCONT}: it believes that no time has passed */
    PAUSE,
    /** killed, and not started again for long */
    AWAY
  }
}
