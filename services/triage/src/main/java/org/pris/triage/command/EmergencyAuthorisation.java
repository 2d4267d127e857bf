package org.pris.triage.command;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.pris.contracts.Personal;

/**
 * Given by telephone, to be confirmed in writing within 48 hours.
 *
 * @param number at which the person was called back
 * @param scope what PRIS may do
 */
public record EmergencyAuthorisation(
    @Personal @NotBlank @Size(max = 200) String name,
    @Personal @NotBlank @Size(max = 200) String function,
    @Personal @NotBlank @Size(max = 40) String number,
    @Personal @NotBlank @Size(max = CaseCommand.TEXT) String scope,
    @NotNull Instant at) {}
