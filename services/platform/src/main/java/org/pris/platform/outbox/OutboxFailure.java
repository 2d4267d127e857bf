package org.pris.platform.outbox;

import java.util.concurrent.CompletionException;
import org.pris.platform.Outage;
import org.pris.platform.StackTraceRedactor;
import org.slf4j.Logger;

/** Says why entries wait: an outage in one line, anything else with its stack, for it is a bug. */
final class OutboxFailure {

  private OutboxFailure() {}

  static void log(Logger log, String what, Throwable failure) {
    var cause =
        failure instanceof CompletionException wrapped && wrapped.getCause() != null
            ? wrapped.getCause()
            : failure;
    if (Outage.isBehind(cause)) {
      log.warn("{}: {}", what, cause.getClass().getName());
    } else {
      log.error(what, StackTraceRedactor.withoutMessages(cause));
    }
  }
}
