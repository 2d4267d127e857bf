package org.pris.platform.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Topics;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.KafkaException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * How many dead letters wait for somebody, and for how long. Known from offsets alone: no service
 * may read what another put aside.
 */
final class DeadLetterGauges implements MeterBinder, DisposableBean {

  private static final List<TopicPartition> PLACES =
      Topics.ALL.stream()
          .map(Topics::deadLetters)
          .flatMap(topic ->
              IntStream.range(0, Topics.PARTITIONS).mapToObj(it -> new TopicPartition(topic, it)))
          .toList();

  private final Map<String, Object> settings;
  private final DeadLetterDecisions decisions;
  private final Clock clock;
  private @Nullable Admin admin;
  private volatile long count;
  private volatile long oldest = Long.MAX_VALUE;

  DeadLetterGauges(Map<String, Object> settings, DeadLetterDecisions decisions, Clock clock) {
    this.settings = settings;
    this.decisions = decisions;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("pris.deadletters.count", this, it -> it.count)
        .description("Events put aside, neither replayed nor discarded")
        .register(meters);
    Gauge.builder("pris.deadletters.oldest.seconds", this, DeadLetterGauges::age)
        .description("Age of the oldest of them")
        .register(meters);
  }

  private double age() {
    return Math.max(0, (clock.millis() - Math.min(oldest, clock.millis())) / 1_000);
  }

  @Scheduled(fixedDelayString = "${pris.deadletters.measured-every}")
  synchronized void measure() {
    decisions.read();
    var first = offsets(PLACES, _ -> OffsetSpec.earliest());
    var end = offsets(PLACES, _ -> OffsetSpec.latest());
    var waiting = 0L;
    var since = new HashMap<TopicPartition, Long>();
    for (var place : PLACES) {
      var from = offset(first, place);
      var to = offset(end, place);
      var decided = decisions.of(place).subMap(from, to);
      if (decided.size() < to - from) {
        waiting += to - from - decided.size();
        var open = from;
        while (decided.containsKey(open)) {
          open++;
        }
        var before = decided.get(open - 1);
        since.put(place, before == null ? 0 : before + 1);
      }
    }
    // the first one at or after the last that was decided: that is the first one that waits
    var written =
        offsets(since.keySet(), it -> OffsetSpec.forTimestamp(since.getOrDefault(it, 0L)));
    oldest =
        written.entrySet().stream()
            .mapToLong(it ->
                it.getValue().timestamp() < 0 // written in the same millisecond
                    ? since.getOrDefault(it.getKey(), 1L) - 1
                    : it.getValue().timestamp())
            .min()
            .orElse(Long.MAX_VALUE);
    count = waiting;
  }

  private static long offset(
      Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition place) {
    var info = offsets.get(place);
    return info == null ? 0 : info.offset();
  }

  private Map<TopicPartition, ListOffsetsResultInfo> offsets(
      java.util.Collection<TopicPartition> places, Function<TopicPartition, OffsetSpec> which) {
    if (admin == null) {
      admin = Admin.create(settings);
    }
    try {
      return admin
          .listOffsets(places.stream().collect(Collectors.toMap(it -> it, which)))
          .all()
          .get();
    } catch (ExecutionException away) {
      throw new KafkaException("Offsets are not to be had", away.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new KafkaException("Interrupted", stopped);
    }
  }

  @Override
  public synchronized void destroy() {
    decisions.close();
    if (admin != null) {
      admin.close(java.time.Duration.ZERO);
    }
  }
}
