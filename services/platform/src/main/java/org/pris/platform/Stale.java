package org.pris.platform;

/**
 * The caller decided on an older version. Answers 409 {@code stale} with {@code currentVersion}.
 */
public final class Stale extends RuntimeException {

  private final long currentVersion;

  public Stale(long currentVersion) {
    super("Stale", null, false, false);
    this.currentVersion = currentVersion;
  }

  public static void check(long sent, long current) {
    if (sent != current) {
      throw new Stale(current);
    }
  }

  long currentVersion() {
    return currentVersion;
  }
}
