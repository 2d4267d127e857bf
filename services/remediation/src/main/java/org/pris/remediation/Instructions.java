package org.pris.remediation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Audience;
import org.pris.contracts.Personal;
import org.pris.contracts.Phase;

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
    @Personal Text title,
    @Personal @Nullable Text what,
    List<Text> finishedWhen,
    List<Text> doNot,
    @Nullable Text evidenceNeeded,
    List<UUID> dependsOn) {

  boolean mandatory() {
    return priority == Priority.MANDATORY;
  }
}
