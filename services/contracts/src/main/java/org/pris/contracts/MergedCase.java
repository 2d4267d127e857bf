package org.pris.contracts;

import java.util.UUID;

/** A case that was merged into another; its open tasks count for the closing of the other. */
public record MergedCase(UUID id, String reference) {}
