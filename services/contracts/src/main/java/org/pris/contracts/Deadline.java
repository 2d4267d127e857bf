package org.pris.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One clock of a case.
 *
 * @param establishment FINESS number: a case of several establishments has each its own
 * @param regime code of the regimes file, {@code GDPR_33}
 * @param withoutDelay the law gives no hour: {@code dueAt} is our aim, never "missed"
 * @param t0 when it starts to run; null: not yet known
 * @param dueAt null while {@code t0} is
 * @param at when it was met
 * @param reference of the receipt
 */
public record Deadline(
    String establishment,
    String regime,
    DeadlineKind kind,
    boolean withoutDelay,
    DeadlineStatus status,
    @Nullable Instant t0,
    int t0Revision,
    @Nullable Instant dueAt,
    @Nullable Instant at,
    @Nullable String reference) {}
