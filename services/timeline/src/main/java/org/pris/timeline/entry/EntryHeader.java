package org.pris.timeline.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Audience;
import org.pris.contracts.Role;
import org.pris.contracts.TimelineEvent.EntryKind;
import org.pris.contracts.Tlp;

/**
 * The part of an entry that is chained and never changed. Its keys are those of format 1 for good,
 * and all are present: another key is another format.
 *
 * @param seq from 1 without gaps: the order of recording, not of what happened
 * @param previousHash of the entry before; 64 zeros for the first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EntryHeader(
    int format,
    UUID caseId,
    long seq,
    UUID eventId,
    String type,
    EntryKind kind,
    Audience audience,
    Instant occurredAt,
    Instant recordedAt,
    @Nullable Role role,
    @Nullable String establishment,
    @Nullable Tlp tlp,
    @Nullable Long corrects,
    Seals seals,
    String previousHash) {

  static final int FORMAT = 1;
  public static final String NO_HASH = "0".repeat(64);

  static EntryHeader of(Content content, long seq, String previousHash, Instant recordedAt) {
    var line = content.line();
    return new EntryHeader(
        FORMAT,
        line.caseId(),
        seq,
        content.id(),
        line.type(),
        line.kind(),
        line.audience(),
        line.occurredAt(),
        recordedAt,
        line.role(),
        line.establishment(),
        line.tlp(),
        line.corrects(),
        content.seals(),
        previousHash);
  }

  /**
   * When its service recorded it. An event may reach us late, and keeps its own time; a person may
   * write down today what happened yesterday.
   */
  Instant toldAt() {
    return type.equals(EntryType.NOTE) ? recordedAt : occurredAt;
  }

  public static EntryHeader read(String form) {
    return Canonical.JSON.readValue(form, EntryHeader.class);
  }
}
