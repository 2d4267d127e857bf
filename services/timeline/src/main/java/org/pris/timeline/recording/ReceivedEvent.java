package org.pris.timeline.recording;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Audience;
import org.pris.contracts.Role;
import org.pris.contracts.TimelineEvent.EntryKind;
import org.pris.contracts.Tlp;
import org.pris.timeline.entry.Canonical;
import org.pris.timeline.entry.Content;
import org.pris.timeline.entry.EntryMetadata;
import org.pris.timeline.entry.EntryType;
import org.pris.timeline.entry.PlainJson;
import org.pris.timeline.entry.Salted;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** An event of any topic and of any type, read as a tree: a timeline leaves nothing out. */
record ReceivedEvent(
    UUID id,
    String type,
    Instant timestamp,
    UUID subject,
    boolean exercise,
    JsonNode actor,
    JsonNode data) {

  /**
   * @throws IllegalArgumentException where it is not an event at all
   */
  static ReceivedEvent read(String json) {
    var event = Canonical.read(json);
    return new ReceivedEvent(
        UUID.fromString(text(event, "id")),
        text(event, "type"),
        Instant.parse(text(event, "timestamp")).truncatedTo(ChronoUnit.MILLIS),
        UUID.fromString(text(event, "subject")),
        event.path("exercise").booleanValue(false),
        event.path("actor"),
        event.path("data"));
  }

  /** The registry's changes and the anchors are no case's. */
  boolean isOfACase() {
    return !type.startsWith("establishment.") && !type.startsWith("timeline.anchored.");
  }

  /** Triage's events do, whole; mind {@link org.pris.contracts.Topics#mayCarry} first. */
  boolean carriesTheCase() {
    return type.startsWith("case.");
  }

  Content content() {
    var telling = EventContent.of(type, data);
    var text = telling.text();
    var nodes = JsonNodeFactory.instance;
    return new Content(
        id,
        0,
        0,
        exercise,
        line(),
        Salted.seal(author()),
        Salted.seal(text == null ? nodes.nullNode() : nodes.stringNode(text)),
        Salted.seal(telling.data()),
        null);
  }

  private EntryMetadata line() {
    var known = EntryType.of(type);
    var isNote = type.equals(EntryType.NOTE);
    return new EntryMetadata(
        subject,
        type,
        isNote ? code(EntryKind.class, data, "kind").orElse(known.kind()) : known.kind(),
        isNote ? code(Audience.class, data, "audience").orElse(known.audience()) : audience(known),
        isNote ? Instant.parse(text(data, "occurredAt")) : timestamp,
        code(Role.class, actor, "role").orElse(null),
        establishment(),
        code(Tlp.class, isNote ? data : data.path("theCase"), "tlp").orElse(null),
        isNote && data.path("corrects").isNumber() ? data.path("corrects").longValue() : null);
  }

  /** A line about a task is never read by more people than the task. */
  private Audience audience(EntryType known) {
    if (data.path("task").isObject() && known.audience() == Audience.ESTABLISHMENT) {
      return code(Audience.class, data.path("task"), "audience").orElse(Audience.RESPONDERS);
    }
    return known.audience();
  }

  /** What one establishment declared, answered or owes is its own; what a case does is common. */
  private @Nullable String establishment() {
    for (var owner :
        List.of(
            data.path("declaration").path("establishment").path("finess"),
            data.path("deadline").path("establishment"),
            data.path("task").path("establishment"))) {
      if (owner.isString()) {
        return owner.stringValue();
      }
    }
    var actors = actor.path("establishment");
    return actors.isString() && !type.startsWith("case.") ? actors.stringValue() : null;
  }

  private JsonNode author() {
    var nodes = JsonNodeFactory.instance;
    if (!actor.isObject()) {
      return nodes.nullNode();
    }
    var author = nodes.objectNode();
    author.set("subject", actor.path("subject"));
    author.set("name", actor.path("name"));
    return PlainJson.EVERYTHING.of(author);
  }

  private static String text(JsonNode node, String field) {
    var value = node.path(field);
    if (!value.isString()) {
      throw new IllegalArgumentException("An event has a text in " + field);
    }
    return value.stringValue();
  }

  /**
   * A constant that this build does not know is none, for a head holds only codes it can vouch for.
   */
  private static <E extends Enum<E>> Optional<E> code(Class<E> type, JsonNode node, String field) {
    var value = node.path(field).stringValue("");
    for (var constant : type.getEnumConstants()) {
      if (constant.name().equals(value)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }
}
