package org.pris.timeline.entry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Audience;
import org.pris.contracts.Role;
import org.pris.contracts.TimelineEvent.EntryKind;
import org.pris.contracts.Tlp;

/**
 * What an entry's head says before it has a place in the chain: codes, ids and instants only.
 *
 * @param type of the event, with the version of its shape
 * @param role in which the author acted; null where a service did by itself
 * @param establishment FINESS number of the only establishment it concerns; null: the common part
 * @param corrects number of the entry that this one corrects
 */
public record EntryMetadata(
    UUID caseId,
    String type,
    EntryKind kind,
    Audience audience,
    Instant occurredAt,
    @Nullable Role role,
    @Nullable String establishment,
    @Nullable Tlp tlp,
    @Nullable Long corrects) {}
