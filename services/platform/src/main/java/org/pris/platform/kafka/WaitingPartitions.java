package org.pris.platform.kafka;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.RecordInterceptor;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/**
 * The partitions whose next record failed. Each is paused until that record is due again; the
 * consumer goes on polling, so its other partitions are not held up. Everything happens on the
 * consumer's own thread, before its next poll: no timer can be lost, and a partition that went to
 * another consumer is simply forgotten here.
 */
final class WaitingPartitions implements RecordInterceptor<Object, Object> {

  private static final Logger LOG = LoggerFactory.getLogger(WaitingPartitions.class);

  private record Place(Consumer<?, ?> consumer, TopicPartition partition) {}

  /**
   * @param policy that the pauses follow; another kind of failure begins anew with its own
   * @param until {@link System#nanoTime}
   */
  private record Wait(long offset, BackOff policy, BackOffExecution pauses, long until) {

    boolean isOf(ConsumerRecord<?, ?> failed, BackOff other) {
      return offset == failed.offset() && policy.equals(other);
    }
  }

  private final Map<Place, Wait> waits = new ConcurrentHashMap<>();

  /**
   * Pauses the partition of a record that failed.
   *
   * @return false where the policy allows no further attempt
   */
  boolean pause(ConsumerRecord<?, ?> failed, Consumer<?, ?> consumer, BackOff policy) {
    var partition = new TopicPartition(failed.topic(), failed.partition());
    var place = new Place(consumer, partition);
    var before = waits.get(place);
    var pauses = before != null && before.isOf(failed, policy) ? before.pauses() : policy.start();
    var pause = pauses.nextBackOff();
    if (pause == BackOffExecution.STOP) {
      waits.remove(place);
      return false;
    }
    var until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause);
    waits.put(place, new Wait(failed.offset(), policy, pauses, until));
    consumer.pause(List.of(partition));
    if (before == null || before.offset() != failed.offset()) {
      LOG.warn("{} waits at {}; the other partitions go on", partition, failed.offset());
    }
    return true;
  }

  int count() {
    return waits.size();
  }

  /** Before each poll. */
  @Override
  public void setupThreadState(Consumer<?, ?> consumer) {
    if (waits.isEmpty()) {
      return;
    }
    var assigned = consumer.assignment();
    waits
        .keySet()
        .removeIf(it -> it.consumer().equals(consumer) && !assigned.contains(it.partition()));
    var now = System.nanoTime();
    var due =
        waits.entrySet().stream()
            .filter(
                it -> it.getKey().consumer().equals(consumer) && it.getValue().until() - now <= 0)
            .map(it -> it.getKey().partition())
            .toList();
    consumer.resume(due);
  }

  @Override
  public ConsumerRecord<Object, Object> intercept(
      ConsumerRecord<Object, Object> message, Consumer<Object, Object> consumer) {
    return message;
  }

  @Override
  public void success(ConsumerRecord<Object, Object> message, Consumer<Object, Object> consumer) {
    if (!waits.isEmpty()) {
      var partition = new TopicPartition(message.topic(), message.partition());
      if (waits.remove(new Place(consumer, partition)) != null) {
        LOG.info("{} goes on after {}", partition, message.offset());
      }
    }
  }

  void forget(Consumer<?, ?> closed) {
    waits.keySet().removeIf(it -> it.consumer().equals(closed));
  }
}
