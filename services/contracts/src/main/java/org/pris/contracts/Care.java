package org.pris.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How care goes on, as codes and numbers only: it is what an ARS decides on.
 *
 * @param plannedWhite whether the hospital's emergency plan (plan blanc) is active; null: not said
 * @param cancelledOperations count; null: not said
 * @param transfers count of patients; null: not said
 * @param at when this was the state; null where it comes from the declaration
 */
public record Care(
    PatientHarm patientHarm,
    CareMode careMode,
    @Nullable Boolean plannedWhite,
    @Nullable Integer cancelledOperations,
    @Nullable Integer transfers,
    List<CareLine> lines,
    @Nullable Instant at) {}
