package org.pris.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of every message on a topic.
 *
 * @param id the event's own id; a repeat carries the same
 * @param timestamp when it happened, UTC, milliseconds
 * @param subject the case or declaration it is about; also the record's key
 * @param version counts the subject's events from 1 without gaps
 * @param actor who caused it; absent where the service did by itself
 * @param exercise whether it belongs to an exercise
 * @param data what happened; null where this build does not know the {@code type}. In JSON the
 *     property {@code type} stands beside it, with the version of its shape: {@code
 *     case.qualified.v1}
 */
public record Event<T>(
    UUID id,
    Instant timestamp,
    UUID subject,
    long version,
    @Nullable Actor actor,
    boolean exercise,
    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            include = JsonTypeInfo.As.EXTERNAL_PROPERTY,
            property = "type",
            defaultImpl = Void.class)
        @Nullable T data) {}
