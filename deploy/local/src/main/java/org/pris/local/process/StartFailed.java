package org.pris.local.process;

/** Why it does not start, in a sentence for whoever started it. */
public final class StartFailed extends RuntimeException {

  public StartFailed(String message) {
    super(message);
  }

  public StartFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
