package org.pris.local;

/** Why it does not start, in a sentence for whoever started it. */
public final class StartFailed extends RuntimeException {

  StartFailed(String message) {
    super(message);
  }

  StartFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
