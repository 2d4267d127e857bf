package org.pris.triage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.CaseSource;
import org.pris.contracts.Personal;

/**
 * How a case began.
 *
 * @param declaration reference; null where a responder opened it
 * @param discoveredAt when the incident was noticed: most clocks start there
 * @param digest of the request, where a responder opened it with an {@code Idempotency-Key}
 */
public record CaseOrigin(
    CaseSource source,
    @Nullable String declaration,
    Instant discoveredAt,
    Instant openedAt,
    @Personal String description,
    @Nullable String digest) {

  CaseOrigin with(String newDescription) {
    return new CaseOrigin(source, declaration, discoveredAt, openedAt, newDescription, digest);
  }
}
