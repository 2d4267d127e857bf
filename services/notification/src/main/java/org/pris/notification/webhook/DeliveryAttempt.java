package org.pris.notification.webhook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call of an endpoint. Nothing of the answer's text is kept.
 *
 * @param status of the answer; null where there was none
 * @param error why there was none
 * @param retryAfter when the receiver asked to be called again ({@code Retry-After} of a 429 or
 *     503)
 */
@Schema(name = "Attempt")
public record DeliveryAttempt(
    Instant at,
    long durationMs,
    @Nullable Integer status,
    @Nullable Failure error,
    @JsonIgnore @Nullable Instant retryAfter) {

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

  /** The receiver says that nothing will ever listen there again (RFC 9110, 15.5.11). */
  public boolean gone() {
    return status != null && status == 410;
  }

  /** The endpoint works but does not want this one: no reason to hold back the others. */
  public boolean refused() {
    return status != null && REFUSALS.contains(status);
  }
}
