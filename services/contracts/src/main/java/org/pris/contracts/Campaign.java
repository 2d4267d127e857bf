package org.pris.contracts;

import java.util.UUID;

/** One cause that hits several establishments, by its id and reference. */
public record Campaign(UUID id, String reference) {}
