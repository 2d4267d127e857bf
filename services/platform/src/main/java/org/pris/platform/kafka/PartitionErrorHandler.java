package org.pris.platform.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Topics;
import org.pris.platform.Outage;
import org.pris.platform.StackTraceRedactor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.log.LogAccessor;
import org.springframework.kafka.KafkaException.Level;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.listener.SeekUtils;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What fails by its content goes to {@code .dlt} after three attempts; what an outage stops is
 * tried until it is over. Meanwhile the record's own partition waits, and no other.
 */
final class PartitionErrorHandler implements CommonErrorHandler {

  private static final Logger LOG = LoggerFactory.getLogger(PartitionErrorHandler.class);
  private static final LogAccessor SEEKS = new LogAccessor(PartitionErrorHandler.class);

  private static final BackOff THREE_ATTEMPTS = new FixedBackOff(500, 2);
  private static final BackOff WITHOUT_END = withoutEnd();

  /** A poll or a commit that fails at once must not fail thousands of times a second. */
  private static final long BREATH = 1_000;

  private final WaitingPartitions waiting;
  private final ConsumerRecordRecoverer deadLetters;
  private final MeterRegistry meters;

  PartitionErrorHandler(
      WaitingPartitions waiting, ConsumerRecordRecoverer deadLetters, MeterRegistry meters) {
    this.waiting = waiting;
    this.deadLetters = deadLetters;
    this.meters = meters;
  }

  private static BackOff withoutEnd() {
    var pauses = new ExponentialBackOff(200, 2);
    pauses.setMaxInterval(10_000);
    return pauses;
  }

  @Override
  public boolean seeksAfterHandling() {
    return true;
  }

  @Override
  public void handleRemaining(
      Exception failure,
      List<ConsumerRecord<?, ?>> records,
      Consumer<?, ?> consumer,
      MessageListenerContainer container) {
    SeekUtils.seekOrRecover(
        failure,
        records,
        consumer,
        container,
        false,
        (failed, why, _, itsConsumer) -> isPutAside(failed, why, itsConsumer),
        SEEKS,
        Level.WARN);
  }

  /** True where the partition goes on without the record; else it waits for its next attempt. */
  private boolean isPutAside(
      ConsumerRecord<?, ?> failed, @Nullable Exception why, @Nullable Consumer<?, ?> consumer) {
    if (consumer == null || why == null) {
      throw new IllegalStateException("A failure has a consumer and an exception");
    }
    var policy = Outage.isBehind(why) || changesAccess(failed) ? WITHOUT_END : THREE_ATTEMPTS;
    if (waiting.pause(failed, consumer, policy)) {
      return false;
    }
    var place = failed.topic() + "-" + failed.partition() + "@" + failed.offset();
    try {
      deadLetters.accept(failed, why);
    } catch (RuntimeException notTaken) {
      LOG.warn("{} cannot be put aside: {}", place, notTaken.getClass().getName());
      waiting.pause(failed, consumer, WITHOUT_END);
      return false;
    }
    meters.counter("pris.events.dead", "topic", failed.topic()).increment();
    var stack = StackTraceRedactor.withoutMessages(why);
    LOG.error("{} goes to {}", place, Topics.deadLetters(failed.topic()), stack);
    return true;
  }

  /** Never put aside: its partition waits, for a restricted case must not stay open elsewhere. */
  private static boolean changesAccess(ConsumerRecord<?, ?> failed) {
    return failed.topic().equals(Topics.CASES)
        && failed.value() instanceof String text
        && text.contains("\"case.access-changed.v1\"");
  }

  /** A poll or a commit: it is tried again with the next poll. */
  @Override
  public void handleOtherException(
      Exception failure,
      Consumer<?, ?> consumer,
      MessageListenerContainer container,
      boolean batchListener) {
    LOG.warn("{} polls again: {}", container.getListenerId(), failure.getClass().getName());
    try {
      ListenerUtils.stoppableSleep(container, BREATH);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void handleBatch(
      Exception failure,
      ConsumerRecords<?, ?> records,
      Consumer<?, ?> consumer,
      MessageListenerContainer container,
      Runnable invokeListener) {
    throw new UnsupportedOperationException("No listener takes batches");
  }
}
