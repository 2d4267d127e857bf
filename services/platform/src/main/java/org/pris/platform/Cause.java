package org.pris.platform;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The event that a listener's thread is answering. What the answer tells has an id that follows
 * from it: heard again after a restore, from a state in which it had not been heard, the same event
 * leads to the same events, and nobody outside is told one thing under two ids.
 */
public final class Cause {

  private static final String HEADER = "pris-event";

  private static final ThreadLocal<@Nullable UUID> CURRENT = new ThreadLocal<>();

  private Cause() {}

  /** Of what this thread does until {@link #end}; none where the record does not say. */
  public static void begin(ConsumerRecord<?, ?> heard) {
    var header = heard.headers().lastHeader(HEADER);
    if (header == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(UUID.fromString(new String(header.value(), StandardCharsets.UTF_8)));
    }
  }

  public static void end() {
    CURRENT.remove();
  }

  public static void onto(ProducerRecord<?, ?> told, Object event) {
    told.headers().add(HEADER, event.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The id of an event that this thread tells: random where a person or a clock is the cause. */
  public static UUID id(UUID subject, Class<?> aggregate, long version) {
    var cause = CURRENT.get();
    return cause == null
        ? UUID.randomUUID()
        : Ids.of("answer", cause, aggregate.getSimpleName(), subject, version);
  }
}
