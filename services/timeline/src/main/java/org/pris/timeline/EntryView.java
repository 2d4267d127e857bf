package org.pris.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Audience;
import org.pris.contracts.Role;
import org.pris.contracts.TimelineEvent.EntryKind;
import org.pris.contracts.Tlp;
import org.pris.timeline.chain.ReadScope;
import org.pris.timeline.entry.Content;
import org.pris.timeline.entry.Entry;
import org.pris.timeline.entry.EntryHeader;
import org.pris.timeline.entry.Salted;
import org.pris.timeline.entry.SealedField;
import org.pris.timeline.entry.Seals;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One entry as it is served, with nothing beside what its hashes cover: whoever has the entries of
 * a case can verify them with nothing else.
 *
 * <p>{@code hash} is the lower-case hex SHA-256 of the RFC 8785 form of the entry without {@code
 * hash}, {@code author}, {@code text}, {@code data} and {@code salts}; {@code seals.x} that of the
 * array {@code [salts.x, x]}. Where {@code salts.x} is null the member is withheld from this reader
 * or was removed, and {@code x} is null.
 *
 * @param seq from 1; the order of recording. To a responder without gaps
 * @param type of the event, {@code case.qualified.v1}
 * @param occurredAt when it happened, UTC
 * @param recordedAt when it was written down, UTC
 * @param establishment FINESS number of the only establishment it concerns; null: all of the case
 * @param corrects number of the entry that this one corrects
 * @param text what people wrote; several texts of one event with a blank line between them
 * @param data codes, ids, counts and instants, by {@code type}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record EntryView(
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
    String previousHash,
    String hash,
    @Schema(implementation = Author.class) @Nullable JsonNode author,
    @Schema(implementation = String.class) @Nullable JsonNode text,
    @Schema(implementation = Map.class) @Nullable JsonNode data,
    Salts salts) {

  /**
   * @param subject the account
   */
  record Author(String subject, String name) {}

  /** 32 random bytes each, base64url; null where the member is not there. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Salts(@Nullable String author, @Nullable String text, @Nullable String data) {}

  static EntryView of(Entry entry, @Nullable Content content, ReadScope reader) {
    var head = EntryHeader.read(entry.head());
    var author = member(content, SealedField.AUTHOR, head, reader);
    var text = member(content, SealedField.TEXT, head, reader);
    var data = member(content, SealedField.DATA, head, reader);
    return new EntryView(
        head.format(),
        head.caseId(),
        head.seq(),
        head.eventId(),
        head.type(),
        head.kind(),
        head.audience(),
        head.occurredAt(),
        head.recordedAt(),
        head.role(),
        head.establishment(),
        head.tlp(),
        head.corrects(),
        head.seals(),
        head.previousHash(),
        entry.hash(),
        value(author),
        value(text),
        value(data),
        new Salts(salt(author), salt(text), salt(data)));
  }

  private static @Nullable Salted member(
      @Nullable Content content, SealedField member, EntryHeader head, ReadScope reader) {
    var form = content == null ? null : content.member(member);
    return form == null || !reader.reads(member, head.type()) ? null : Salted.read(form);
  }

  private static JsonNode value(@Nullable Salted member) {
    return member == null ? JsonNodeFactory.instance.nullNode() : member.value();
  }

  private static @Nullable String salt(@Nullable Salted member) {
    return member == null ? null : member.salt();
  }
}
