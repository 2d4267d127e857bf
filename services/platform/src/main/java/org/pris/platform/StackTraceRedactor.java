package org.pris.platform;

/** Where something failed, without what was being handled: a message may quote a person's text. */
public final class StackTraceRedactor {

  private StackTraceRedactor() {}

  public static Throwable withoutMessages(Throwable failure) {
    var cause = failure.getCause();
    var bare =
        new Throwable(failure.getClass().getName(), cause == null ? null : withoutMessages(cause)) {
          @Override
          public synchronized Throwable fillInStackTrace() {
            return this;
          }
        };
    bare.setStackTrace(failure.getStackTrace());
    return bare;
  }
}
