package org.pris.triage.command;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.CaseSource;
import org.pris.contracts.Establishment;
import org.pris.contracts.IncidentType;
import org.pris.contracts.Personal;

/**
 * A case before any declaration.
 *
 * @param establishment FINESS number
 * @param source how PRIS came to know; never DECLARATION
 * @param discoveredAt not in the future
 * @param exercise absent: no
 */
public record OpenCase(
    @NotNull @Pattern(regexp = Establishment.FINESS) String establishment,
    @NotNull CaseSource source,
    @NotNull Instant discoveredAt,
    @Nullable IncidentType incidentType,
    @Personal @NotBlank @Size(min = 20, max = 10_000) String description,
    @Nullable Boolean exercise) {}
