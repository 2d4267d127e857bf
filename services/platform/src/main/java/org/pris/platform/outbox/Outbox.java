package org.pris.platform.outbox;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.pris.contracts.Event;
import org.pris.platform.Cause;
import org.pris.platform.Correlation;
import org.pris.platform.kafka.TypeFilter;
import org.pris.platform.problem.Invalid;
import org.slf4j.MDC;
import tools.jackson.databind.json.JsonMapper;

/** Turns events into entries that their document carries until {@link OutboxRelay} sent them. */
final class Outbox {

  /** Kafka refuses 1 MB; what is larger is refused before it is written. */
  private static final int LIMIT = 900_000;

  private final JsonMapper json;
  private final Clock clock;

  Outbox(JsonMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  /** Entries for a change of a document whose last event had the version {@code revision}. */
  List<Document> entries(Change<?> change, long revision) {
    var entries = new ArrayList<Document>();
    var version = revision;
    for (var data : change.events()) {
      if (data instanceof Event<?> again) {
        entries.add(entry(change.aggregate(), again));
        continue;
      }
      version++;
      var index = entries.size();
      var id = change.ids().isEmpty() ? id(change, version) : change.ids().get(index);
      entries.add(entry(change.aggregate(), event(change, id, version, data)));
    }
    return entries;
  }

  private static UUID id(Change<?> change, long version) {
    var aggregate = change.aggregate();
    return Cause.id(aggregate.id(), aggregate.getClass(), version);
  }

  private Event<?> event(Change<?> change, UUID id, long version, Object data) {
    var aggregate = change.aggregate();
    return new Event<>(
        id,
        clock.instant(),
        aggregate.subject(),
        version,
        change.actor(),
        aggregate.exercise(),
        data);
  }

  private Document entry(Aggregate aggregate, Event<?> event) {
    var text = json.writeValueAsString(event);
    if (text.getBytes(StandardCharsets.UTF_8).length > LIMIT) {
      throw new Invalid("", "too large to be told to the other services");
    }
    return new Document("_id", event.id())
        .append("topic", topic(aggregate.getClass()))
        .append("key", aggregate.subject().toString())
        .append("type", TypeFilter.nameOf(requireNonNull(event.data()).getClass()))
        .append("json", text)
        .append("correlation", MDC.get(Correlation.KEY));
  }

  private static String topic(Class<?> type) {
    var publishes = type.getAnnotation(Publishes.class);
    if (publishes == null) {
      throw new IllegalStateException(type.getSimpleName() + " does not say where it publishes");
    }
    return publishes.value();
  }
}
