package org.pris.platform.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Event;
import org.pris.platform.StackTraceRedactor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a topic from now on, in every instance alike: no group, nothing committed, nothing
 * repeated. For what is shown live and can be read from the store again.
 *
 * @param <T> the topic's sealed interface of events
 */
public final class TopicTail<T> implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** A consumer that gets nothing does not say whether there is nothing, or no Kafka. */
  private static final Duration ASKED_EVERY = Duration.ofSeconds(10);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Map<String, Object> settings;
  private final JsonMapper json;
  private final String topic;
  private final JavaType event;
  private final Consumer<Event<T>> sink;
  private final Runnable broken;
  private volatile boolean running;
  private volatile boolean reading;
  private volatile long polled = System.nanoTime();
  private volatile @Nullable KafkaConsumer<String, String> consumer;

  /**
   * @param sink gets every event that this build knows, on one thread
   * @param broken called where events may have been missed, or cannot be heard for a while: what
   *     was shown has to be read again
   */
  public TopicTail(
      ConsumerFactory<?, ?> kafka,
      JsonMapper json,
      String topic,
      Class<T> family,
      Consumer<Event<T>> sink,
      Runnable broken) {
    this.settings = new HashMap<>(kafka.getConfigurationProperties());
    this.settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    this.settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // a place that Kafka has thrown away is a gap, not a place to go on from
    this.settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    this.json = json;
    this.topic = topic;
    this.event = json.getTypeFactory().constructParametricType(Event.class, family);
    this.sink = sink;
    this.broken = broken;
  }

  /** Whether every event from now on reaches the sink. */
  public boolean isReading() {
    return reading;
  }

  /** Since it last polled, or tried to: where Kafka is away, it is the one that listens for it. */
  Duration sinceLastPoll() {
    return Duration.ofNanos(System.nanoTime() - polled);
  }

  @Override
  public void start() {
    polled = System.nanoTime();
    running = true;
    Thread.ofPlatform().name(toString()).daemon().start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    var current = consumer;
    if (current != null) {
      current.wakeup();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run() {
    while (running) {
      polled = System.nanoTime();
      try (var current =
          new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
        consumer = current;
        read(current);
      } catch (WakeupException _) {
        // asked to stop
      } catch (RuntimeException | Error failed) {
        brokeOff(failed);
        pause();
      }
    }
    reading = false;
  }

  /** Whatever it was, this thread goes on: nobody else would read. */
  private void brokeOff(Throwable failed) {
    reading = false;
    if (failed instanceof KafkaException) {
      LOG.warn("Reading {} live broke off: {}", topic, failed.getClass().getName());
    } else {
      var stack = StackTraceRedactor.withoutMessages(failed);
      LOG.error("Reading {} live broke off", topic, stack);
    }
    try {
      broken.run();
    } catch (RuntimeException | Error again) {
      var stack = StackTraceRedactor.withoutMessages(again);
      LOG.error("Those who follow {} live were not told", topic, stack);
    }
  }

  private void read(KafkaConsumer<String, String> current) {
    var partitions =
        current.partitionsFor(topic, PATIENCE).stream()
            .map(it -> new TopicPartition(topic, it.partition()))
            .toList();
    current.assign(partitions);
    current.seekToEnd(partitions);
    partitions.forEach(
        it -> current.position(it, PATIENCE)); // seeking is lazy: from here on nothing is missed
    reading = true;
    var asked = System.nanoTime();
    while (running) {
      current.poll(Duration.ofSeconds(1)).forEach(this::hand);
      polled = System.nanoTime();
      if (System.nanoTime() - asked > ASKED_EVERY.toNanos()) {
        var _ = current.endOffsets(partitions, PATIENCE);
        asked = System.nanoTime();
      }
    }
  }

  private void hand(ConsumerRecord<String, String> told) {
    try {
      Event<T> read = json.readValue(told.value(), event);
      if (read.data() != null) {
        sink.accept(read);
      }
    } catch (JacksonException unreadable) {
      LOG.warn("{} at {}-{} cannot be read", topic, told.partition(), told.offset());
    }
  }

  @Override
  public String toString() {
    return "live-" + topic;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
