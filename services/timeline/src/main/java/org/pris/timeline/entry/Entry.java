package org.pris.timeline.entry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Audience;
import org.pris.contracts.TimelineEvent.EntryKind;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One link of a case's chain, as stored: the bytes that were hashed, and beside them an index of
 * what lists are filtered by.
 *
 * @param toldAt when its service recorded it; null in what an older build wrote
 * @param head canonical form of {@link EntryHeader}
 * @param hash of that form
 */
@Document("entries")
public record Entry(
    @Id @Nullable String id,
    UUID caseId,
    long seq,
    UUID eventId,
    EntryKind kind,
    Audience audience,
    @Nullable String establishment,
    @Nullable Instant toldAt,
    String head,
    String hash) {

  /** The next link after {@code last}, which is null where the chain begins. */
  public static Entry after(@Nullable Entry last, Content content, Instant now) {
    return last == null
        ? of(EntryHeader.of(content, 1, EntryHeader.NO_HASH, now))
        : of(EntryHeader.of(content, last.seq + 1, last.hash, now));
  }

  /** As read back from the store. */
  public Entry stored(@Nullable String id) {
    return new Entry(id, caseId, seq, eventId, kind, audience, establishment, toldAt, head, hash);
  }

  /** Whether head, hash and index say the same. */
  public boolean isOf(EntryHeader of) {
    var expected = of(of).stored(id);
    return equals(toldAt == null ? expected.withoutToldAt() : expected);
  }

  private Entry withoutToldAt() {
    return new Entry(id, caseId, seq, eventId, kind, audience, establishment, null, head, hash);
  }

  public static Entry of(EntryHeader head) {
    var form = Canonical.form(head);
    return new Entry(
        null,
        head.caseId(),
        head.seq(),
        head.eventId(),
        head.kind(),
        head.audience(),
        head.establishment(),
        head.toldAt().truncatedTo(ChronoUnit.MILLIS),
        form,
        Canonical.hash(form));
  }
}
