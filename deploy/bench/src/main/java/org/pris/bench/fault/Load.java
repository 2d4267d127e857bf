package org.pris.bench.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.pris.local.Urls;

/**
 * People at work: so many declarations at most so many a second, and for each some acts on the
 * cases there are. When all is declared they go on working until they are told to stop.
 */
final class Load {

  private static final int WORKERS = 8;

  private final FaultOptions options;

  private final Ledger ledger;

  private final Client client;

  private final Consumer<String> console;

  private final Known known = new Known();

  private final AtomicInteger begun = new AtomicInteger();

  private final AtomicInteger done = new AtomicInteger();

  private final AtomicBoolean stop = new AtomicBoolean();

  private final Instant start = Instant.now();

  private final List<Thread> threads = new ArrayList<>();

  Load(FaultOptions options, Urls urls, Ledger ledger, Instant giveUp, Consumer<String> console) {
    this.options = options;
    this.ledger = ledger;
    this.client = new Client(urls, ledger, giveUp);
    this.console = console;
  }

  void start() {
    for (var i = 0; i < WORKERS; i++) {
      var random = new Random(options.seed() * 31 + i);
      var acts = new Acts(client, ledger, known, random);
      threads.add(Thread.ofVirtual().name("worker-" + i).start(() -> work(acts, random)));
    }
  }

  boolean isDeclared() {
    return done.get() >= options.declarations();
  }

  int declared() {
    return done.get();
  }

  private void work(Acts acts, Random random) {
    try {
      while (!stop.get()) {
        act(acts, random);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      ledger.count("worker lost: " + e);
      console.accept("A worker is lost: " + e);
    }
  }

  private void act(Acts acts, Random random) throws InterruptedException {
    if (!isDeclared() && random.nextDouble() * (1 + options.acts()) < 1 && isDue()) {
      var number = begun.incrementAndGet();
      if (number <= options.declarations()) {
        acts.declare(number);
        done.incrementAndGet();
      }
    } else {
      acts.work();
      if (isDeclared() || !isDue()) {
        Thread.sleep(100);
      }
    }
  }

  private boolean isDue() {
    var seconds = (Instant.now().toEpochMilli() - start.toEpochMilli()) / 1000.0;
    return begun.get() < seconds * options.rate();
  }

  /** Nobody begins anything new; what was begun is answered first. */
  void finish() throws InterruptedException {
    stop.set(true);
    for (var it : threads) {
      it.join();
    }
  }
}
