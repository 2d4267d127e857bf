package org.pris.bench.load.measure;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What was measured of one thing, in microseconds; any thread may add. */
public final class Samples {

  private static final long LONGEST = Duration.ofMinutes(10).toNanos() / 1_000;

  private final Histogram taken = new ConcurrentHistogram(LONGEST, 3);
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong first = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong last = new AtomicLong(Long.MIN_VALUE);

  /** From one moment to another, as {@link System#nanoTime} tells them. */
  public void add(long from, long to) {
    first.accumulateAndGet(from, Math::min);
    last.accumulateAndGet(to, Math::max);
    taken.recordValue(Math.clamp((to - from) / 1_000, 0, LONGEST));
  }

  /** Where the beginning is known by the wall clock alone. */
  public void addMillis(long millis) {
    var now = System.nanoTime();
    add(now - millis * 1_000_000, now);
  }

  /** What was answered otherwise than it should: counted, and in no percentile. */
  public void fail() {
    failed.incrementAndGet();
  }

  public long count() {
    return taken.getTotalCount();
  }

  /** What has come so far. */
  public Figures figures() {
    var histogram = taken.copy();
    var seconds = histogram.getTotalCount() == 0 ? 0 : (last.get() - first.get()) / 1e9;
    return Figures.of(histogram, failed.get(), seconds);
  }
}
