package org.pris.timeline.recording;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Audience;
import org.pris.contracts.TimelineEvent.EntryKind;
import org.pris.contracts.Tlp;

/**
 * A line that a responder writes.
 *
 * @param occurredAt when it happened, not in the future; null: now
 * @param tlp of the line; AMBER_STRICT where absent
 * @param audience RESPONDERS where absent
 * @param corrects number of the entry that this one corrects; that one stays as it is
 * @param side whose doing it tells; RESPONSE where absent
 * @param technique of the attacker, by its MITRE ATT&CK number, {@code T1021.002}
 * @param confidence how sure the author is; null: not said
 */
public record Note(
    @NotNull EntryKind kind,
    @Nullable Instant occurredAt,
    @NotBlank @Size(max = 10_000) String text,
    Tlp tlp,
    Audience audience,
    @Nullable @Positive Long corrects,
    Side side,
    @Nullable @Pattern(regexp = "T\\d{4}(\\.\\d{3})?") String technique,
    @Nullable Confidence confidence) {

  public Note(
      EntryKind kind,
      @Nullable Instant occurredAt,
      String text,
      @Nullable Tlp tlp,
      @Nullable Audience audience,
      @Nullable Long corrects,
      @Nullable Side side,
      @Nullable String technique,
      @Nullable Confidence confidence) {
    this.kind = kind;
    this.occurredAt = occurredAt == null ? null : occurredAt.truncatedTo(ChronoUnit.MILLIS);
    this.text = text;
    this.tlp = tlp == null ? Tlp.AMBER_STRICT : tlp;
    this.audience = audience == null ? Audience.RESPONDERS : audience;
    this.corrects = corrects;
    this.side = side == null ? Side.RESPONSE : side;
    this.technique = technique;
    this.confidence = confidence;
  }

  /** The two lanes of a timeline. */
  enum Side {
    /** what we and the establishment do */
    RESPONSE,
    /** what the attacker did, at the time it was done */
    ATTACKER
  }

  /** How sure an author is. */
  enum Confidence {
    CERTAIN,
    PROBABLE,
    POSSIBLE
  }
}
