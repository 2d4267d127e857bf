package org.pris.remediation.plan;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Audience;
import org.pris.contracts.Personal;
import org.pris.contracts.Phase;
import org.pris.remediation.playbook.Job;
import org.pris.remediation.playbook.LocalizedText;
import org.pris.remediation.playbook.Priority;

/**
 * What a task asks for; copied from the playbook when it is laid out, so that a later edition of
 * the playbook does not change what people were told.
 *
 * @param establishment FINESS number of the one asked; null: of all that the case touches
 * @param leadOnly done only by a lead
 * @param evidenceNeeded what the note of its completion must hold; null: no note needed
 * @param dependsOn ids of tasks that come first
 */
record Instructions(
    Phase phase,
    Priority priority,
    List<Job> roles,
    Audience audience,
    @Nullable String establishment,
    boolean leadOnly,
    @Personal LocalizedText title,
    @Personal @Nullable LocalizedText what,
    List<LocalizedText> finishedWhen,
    List<LocalizedText> doNot,
    @Nullable LocalizedText evidenceNeeded,
    List<UUID> dependsOn) {

  /** Without what comes first: those tasks are of another plan. */
  Instructions independent() {
    return new Instructions(
        phase,
        priority,
        roles,
        audience,
        establishment,
        leadOnly,
        title,
        what,
        finishedWhen,
        doNot,
        evidenceNeeded,
        List.of());
  }

  boolean mandatory() {
    return priority == Priority.MANDATORY;
  }
}
