package org.pris.triage.command;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.pris.contracts.Personal;

/** Who took it over, and when. */
public record Acceptance(@Personal @NotBlank @Size(max = 200) String by, @NotNull Instant at) {}
