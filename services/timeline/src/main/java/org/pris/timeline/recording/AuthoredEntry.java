package org.pris.timeline.recording;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.pris.contracts.Actor;
import org.pris.contracts.TimelineEvent;
import org.pris.contracts.Tlp;
import org.pris.platform.outbox.Change;
import org.pris.platform.web.IdempotencyKey;
import org.pris.timeline.entry.Canonical;
import org.pris.timeline.entry.Content;
import org.pris.timeline.entry.EntryMetadata;
import org.pris.timeline.entry.EntryType;
import org.pris.timeline.entry.Salted;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a person adds to a timeline: by whom, to which case, and the id and digest that tell a
 * repeat of the request from another.
 */
public record AuthoredEntry(
    UUID caseId, boolean exercise, Actor actor, IdempotencyKey creation, Instant now) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  public UUID id() {
    return creation.id();
  }

  /** Refuses the same key with another body. */
  public void check(Content kept) {
    creation.check(Objects.requireNonNullElse(kept.digest(), ""));
  }

  /** The content with its event, which has the content's id: who hears it finds the content. */
  public Change<Content> change(Content content, TimelineEvent told) {
    return new Change<>(content, List.of(told), actor).withIds(id());
  }

  public Content content(Note note) {
    var line =
        new EntryMetadata(
            caseId,
            EntryType.NOTE,
            note.kind(),
            note.audience(),
            Objects.requireNonNullElse(note.occurredAt(), now),
            actor.role(),
            actor.establishment(),
            note.tlp(),
            note.corrects());
    var data = NODES.objectNode().put("side", note.side().name());
    data.put("technique", note.technique());
    data.put("confidence", note.confidence() == null ? null : note.confidence().name());
    return content(line, note.text(), data);
  }

  public Content content(long seq, Redaction redaction, List<String> members) {
    var type = EntryType.of(EntryType.REDACTION);
    var line =
        new EntryMetadata(
            caseId,
            EntryType.REDACTION,
            type.kind(),
            type.audience(),
            now,
            actor.role(),
            actor.establishment(),
            Tlp.AMBER_STRICT,
            null);
    var data =
        NODES.objectNode().put("seq", seq).put("orderedBy", Canonical.text(redaction.orderedBy()));
    members.forEach(data.putArray("members")::add);
    return content(line, redaction.reason(), data);
  }

  private Content content(EntryMetadata line, String text, ObjectNode data) {
    return new Content(
        id(),
        0,
        1, // its one event
        exercise,
        line,
        Salted.seal(author()),
        Salted.seal(NODES.stringNode(Canonical.text(text))),
        Salted.seal(data),
        creation.digest());
  }

  private JsonNode author() {
    return NODES
        .objectNode()
        .put("subject", actor.subject())
        .put("name", Canonical.text(actor.name()));
  }
}
