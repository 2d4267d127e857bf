package org.pris.platform.problem;

/** Unknown, not yet known here, or not the caller's: nobody learns which. Answers 404. */
public final class NotFound extends RuntimeException {

  public NotFound() {
    super("Not found", null, false, false);
  }
}
