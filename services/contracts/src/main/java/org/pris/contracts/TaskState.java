package org.pris.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One remediation step after an event.
 *
 * @param key of the playbook's task; null for a task that a responder wrote
 * @param title French, as shown
 * @param assignees subjects
 * @param establishment FINESS number of the only establishment it is for; null: all affected ones
 */
public record TaskState(
    UUID id,
    @Nullable String key,
    @Nullable String playbook,
    Phase phase,
    boolean mandatory,
    Audience audience,
    @Personal String title,
    TaskStatus status,
    List<String> assignees,
    @Nullable Instant dueAt,
    @Nullable String establishment) {}
