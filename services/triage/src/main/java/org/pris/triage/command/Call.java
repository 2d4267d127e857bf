package org.pris.triage.command;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.pris.contracts.Personal;

/** A call that was made. */
public record Call(@Personal @NotBlank @Size(max = 40) String number, @NotNull Instant at) {}
