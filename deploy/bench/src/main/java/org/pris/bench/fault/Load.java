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

  /** Who only declares: what else is away keeps nobody from it. */
  private static final int DECLARANTS = 4;

  private static final int WORKERS = 5;

  private final FaultOptions options;

  private final Ledger ledger;

  private final Client client;

  private final Consumer<String> console;

  private final Known known = new Known();

  private final AtomicInteger begun = new AtomicInteger();

  private final AtomicInteger done = new AtomicInteger();

  private final AtomicInteger acted = new AtomicInteger();

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
    for (var i = 0; i < DECLARANTS + WORKERS; i++) {
      var random = new Random(options.seed() * 31 + i);
      var acts = new Acts(client, ledger, known, random);
      Turn turn = i < DECLARANTS ? () -> declare(acts) : () -> work(acts);
      threads.add(Thread.ofVirtual().name("person-" + i).start(() -> untilStopped(turn)));
    }
  }

  private interface Turn {
    void take() throws InterruptedException;
  }

  boolean isDeclared() {
    return done.get() >= options.declarations();
  }

  int declared() {
    return done.get();
  }

  private void untilStopped(Turn turn) {
    try {
      while (!stop.get()) {
        turn.take();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      ledger.count("person lost: " + e);
      console.accept("Somebody is lost: " + e);
    }
  }

  private void declare(Acts acts) throws InterruptedException {
    if (begun.get() < options.declarations() && isDue()) {
      var number = begun.incrementAndGet();
      if (number <= options.declarations()) {
        acts.declare(number);
        done.incrementAndGet();
      }
    } else {
      Thread.sleep(50);
    }
  }

  private void work(Acts acts) throws InterruptedException {
    if (acted.getAndIncrement() > options.acts() * begun.get()) {
      Thread.sleep(200); // when all is declared they go on, with less haste
    }
    acts.work();
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
