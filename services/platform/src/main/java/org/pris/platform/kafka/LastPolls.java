package org.pris.platform.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.RecordInterceptor;

/**
 * When each consumer of the listeners last polled, or finished a record: fifty records on a slow
 * store may take long, and a consumer at work is not deaf.
 */
final class LastPolls
    implements RecordInterceptor<Object, Object>, ConsumerFactory.Listener<Object, Object> {

  private record Reader(String name, long polled, long active) {}

  private final Map<Consumer<?, ?>, Reader> readers = new ConcurrentHashMap<>();
  private final WaitingPartitions waiting;

  LastPolls(WaitingPartitions waiting) {
    this.waiting = waiting;
  }

  @Override
  public void consumerAdded(String id, Consumer<Object, Object> consumer) {
    var now = System.nanoTime();
    readers.put(consumer, new Reader(id, now, now));
  }

  @Override
  public void consumerRemoved(@Nullable String id, Consumer<Object, Object> consumer) {
    readers.remove(consumer);
    waiting.forget(consumer);
  }

  @Override
  public void setupThreadState(Consumer<?, ?> consumer) {
    var now = System.nanoTime();
    readers.computeIfPresent(consumer, (_, it) -> new Reader(it.name(), now, now));
  }

  @Override
  public ConsumerRecord<Object, Object> intercept(
      ConsumerRecord<Object, Object> message, Consumer<Object, Object> consumer) {
    return message;
  }

  @Override
  public void afterRecord(
      ConsumerRecord<Object, Object> message, Consumer<Object, Object> consumer) {
    var now = System.nanoTime();
    readers.computeIfPresent(consumer, (_, it) -> new Reader(it.name(), it.polled(), now));
  }

  /** Since the last poll of whichever consumer has not polled for longest. */
  Duration longest() {
    var now = System.nanoTime();
    return Duration.ofNanos(
        readers.values().stream().mapToLong(it -> now - it.polled()).max().orElse(0));
  }

  /** Those that neither polled nor finished a record for so long. */
  Collection<String> silentFor(Duration time) {
    var since = System.nanoTime() - time.toNanos();
    return readers.values().stream()
        .filter(it -> it.active() - since < 0)
        .map(Reader::name)
        .toList();
  }
}
