package org.pris.notification.webhook;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call of an endpoint. Nothing of the answer's text is kept.
 *
 * @param status of the answer; null where there was none
 * @param error why there was none
 */
public record DeliveryAttempt(
    Instant at, long durationMs, @Nullable Integer status, @Nullable Failure error) {

  /** Why a call had no answer. */
  public enum Failure {
    /** the name has no address */
    UNKNOWN_HOST,
    /** the address is private, or plain HTTP leads out of the allowed networks */
    ADDRESS_REFUSED,
    /** nothing listens there */
    UNREACHABLE,
    /** no encrypted connection, or a certificate that is not trusted */
    TLS,
    /** no answer in time */
    TIMEOUT,
    /** the connection broke */
    BROKEN,
    /** the signing secret cannot be opened with the keys of this installation */
    SECRET_UNREADABLE
  }

  /** Answers about the message, not about the endpoint, which is alive. */
  private static final Set<Integer> REFUSALS = Set.of(400, 413, 422);

  public boolean succeeded() {
    return status != null && status >= 200 && status < 300;
  }

  /** The endpoint works but does not want this one: no reason to hold back the others. */
  public boolean refused() {
    return status != null && REFUSALS.contains(status);
  }
}
