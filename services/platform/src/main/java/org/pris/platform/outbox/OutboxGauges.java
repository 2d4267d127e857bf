package org.pris.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * What is still to be published, as figures. They are read from the store by the clock and not by
 * whoever scrapes; while the store is away, the oldest entry that was seen grows older.
 */
final class OutboxGauges implements MeterBinder {

  private final PendingOutbox carriers;
  private final List<String> collections;
  private final Clock clock;
  private volatile @Nullable Instant oldest;
  private volatile long pending;

  OutboxGauges(MongoOperations mongo, List<String> collections, Clock clock) {
    this.carriers = new PendingOutbox(mongo, clock);
    this.collections = collections;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${pris.outbox.measured-every}")
  void measure() {
    oldest =
        collections.stream()
            .map(carriers::oldest)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(null);
    pending = collections.stream().mapToLong(carriers::count).sum();
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("pris.outbox.oldest.seconds", this, OutboxGauges::age)
        .description("Age of the oldest event that is still to be published")
        .register(meters);
    Gauge.builder("pris.outbox.pending", this, it -> it.pending)
        .description("Documents that carry events still to be published")
        .register(meters);
  }

  private double age() {
    var since = oldest;
    return since == null ? 0 : Math.max(0, Duration.between(since, clock.instant()).toSeconds());
  }
}
