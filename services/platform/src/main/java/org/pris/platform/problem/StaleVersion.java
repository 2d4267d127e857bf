package org.pris.platform.problem;

/**
 * The caller decided on an older version. Answers 409 {@code stale} with {@code currentVersion}.
 */
public final class StaleVersion extends RuntimeException {

  private final long currentVersion;

  public StaleVersion(long currentVersion) {
    super("Stale", null, false, false);
    this.currentVersion = currentVersion;
  }

  public static void check(long sent, long current) {
    if (sent != current) {
      throw new StaleVersion(current);
    }
  }

  public long currentVersion() {
    return currentVersion;
  }
}
