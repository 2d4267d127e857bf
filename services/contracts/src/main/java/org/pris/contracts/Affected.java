package org.pris.contracts;

import java.time.Instant;

/** An establishment that a case touches, and since when; the declaring one stands first. */
public record Affected(Establishment establishment, Instant since) {}
