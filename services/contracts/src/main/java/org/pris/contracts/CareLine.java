package org.pris.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of care.
 *
 * @param divertedTo FINESS number of the establishment that takes over
 */
public record CareLine(
    CareLineCode line,
    CareState state,
    @Nullable Instant since,
    @Nullable Instant expectedReturn,
    @Nullable String divertedTo) {}
