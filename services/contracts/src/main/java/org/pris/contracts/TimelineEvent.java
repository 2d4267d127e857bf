package org.pris.contracts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What timeline says, on {@code pris.timeline}. Texts stay in timeline: only heads travel. */
public sealed interface TimelineEvent {

  /** Somebody wrote an entry. */
  @JsonTypeName("note.written.v1")
  record NoteWritten(
      UUID caseId,
      EntryKind kind,
      Audience audience,
      Tlp tlp,
      Instant occurredAt,
      @Nullable Long corrects)
      implements TimelineEvent {}

  /** Members of an entry were removed for good; the chain still verifies. */
  @JsonTypeName("entry.redacted.v1")
  record EntryRedacted(UUID caseId, long seq, List<String> members) implements TimelineEvent {}

  /**
   * The heads that changed since the last anchor, folded into one root.
   *
   * @param chains these heads; none where an older build made the anchor
   */
  @JsonTypeName("timeline.anchored.v1")
  record TimelineAnchored(
      UUID anchor, String previousRoot, String root, int heads, List<ChainHead> chains)
      implements TimelineEvent {

    public TimelineAnchored {
      chains = Objects.requireNonNullElse(chains, List.of());
    }
  }

  /**
   * Where the timeline of one case stood.
   *
   * @param seq number of its last entry
   * @param hash of that entry, which holds those before it
   */
  record ChainHead(UUID caseId, long seq, String hash) {}

  /** What a line of the log is. */
  enum EntryKind {
    FACT,
    ACTION,
    DECISION,
    HYPOTHESIS,
    EXCHANGE,
    MILESTONE,
    SITUATION
  }
}
