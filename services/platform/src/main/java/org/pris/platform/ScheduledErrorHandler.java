package org.pris.platform;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ErrorHandler;

/**
 * What runs by the clock and fails is tried again at its next turn. An outage is one line a turn,
 * so that a log of ten minutes without MongoDB can still be read; what else fails is looked for,
 * without what it handled.
 */
final class ScheduledErrorHandler implements ErrorHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ScheduledErrorHandler.class);

  private final Counter failures;

  ScheduledErrorHandler(MeterRegistry meters) {
    this.failures =
        Counter.builder("pris.sweep.failures")
            .description("Failures of what a service does by the clock")
            .register(meters);
  }

  @Override
  public void handleError(Throwable failure) {
    failures.increment();
    var name = failure.getClass().getName();
    if (Outage.isBehind(failure)) {
      LOG.warn("A turn is left out: {}", name);
    } else {
      LOG.error("Unexpected {}", name, StackTraceRedactor.withoutMessages(failure));
    }
  }
}
