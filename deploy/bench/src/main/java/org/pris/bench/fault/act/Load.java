package org.pris.bench.fault.act;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.pris.bench.fault.chaos.FaultOptions;
import org.pris.bench.fault.observation.AcceptedWrites;

/**
 * People at work: so many declarations at most so many a second, and for each some acts on the
 * cases there are: each worker follows a few of them, and acts on others' beside. When all is
 * declared they go on working until they are told to stop.
 */
public final class Load {

  /** Who only declares: what else is away keeps nobody from it. */
  private static final int DECLARANTS = 4;

  private static final int WORKERS = 8;

  /** Of so many acts one is on any case, whoever follows it. */
  private static final int ON_ANY = 4;

  /** Under which the ledger keeps who ended by an exception. */
  public static final String LOST = "person lost";

  private final FaultOptions options;

  private final AcceptedWrites ledger;

  private final Api api;

  private final Consumer<String> console;

  private final KnownCases known = new KnownCases();

  private final AtomicInteger begun = new AtomicInteger();

  private final AtomicInteger answered = new AtomicInteger();

  private final AtomicInteger accepted = new AtomicInteger();

  private final AtomicInteger acted = new AtomicInteger();

  private final AtomicBoolean stop = new AtomicBoolean();

  private final Instant start = Instant.now();

  private final List<Thread> threads = new ArrayList<>();

  public Load(FaultOptions options, Api api, AcceptedWrites ledger, Consumer<String> console) {
    this.options = options;
    this.api = api;
    this.ledger = ledger;
    this.console = console;
  }

  public void start() {
    for (var i = 0; i < DECLARANTS + WORKERS; i++) {
      var random = new Random(options.seed() * 31 + i);
      var acts = new Acts(api, ledger, known, random);
      var turn = i < DECLARANTS ? (Turn) () -> declare(acts) : worker(acts, random);
      threads.add(Thread.ofVirtual().name("person-" + i).start(() -> untilStopped(turn)));
    }
  }

  private Turn worker(Acts acts, Random random) {
    var cases = new CaseActs(api, ledger, known, random);
    var tasks = new TaskActs(api, ledger, random);
    var follower = new CaseFollower(cases, tasks, known, random, InstantSource.system());
    return () -> {
      if (acted.getAndIncrement() > options.acts() * begun.get()) {
        Thread.sleep(300); // when all is declared they go on, with less haste
      }
      if (random.nextInt(ON_ANY) == 0 || !follower.step()) {
        acts.work();
      }
    };
  }

  private interface Turn {
    void take() throws InterruptedException;
  }

  /** Every declaration has had its answer, whichever, or nobody is left to make it. */
  public boolean isOver() {
    return answered.get() >= options.declarations()
        || threads.stream().limit(DECLARANTS).noneMatch(Thread::isAlive);
  }

  /** How many were answered 201. */
  public int declared() {
    return accepted.get();
  }

  private void untilStopped(Turn turn) {
    try {
      while (!stop.get()) {
        turn.take();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      ledger.count(LOST + ": " + e);
      console.accept("Somebody is lost: " + e);
    }
  }

  private void declare(Acts acts) throws InterruptedException {
    if (begun.get() < options.declarations() && isDue()) {
      var number = begun.incrementAndGet();
      if (number <= options.declarations()) {
        try {
          if (acts.declare(number)) {
            accepted.incrementAndGet();
          }
        } finally {
          answered.incrementAndGet();
        }
      }
    } else {
      Thread.sleep(50);
    }
  }

  private boolean isDue() {
    var seconds = (Instant.now().toEpochMilli() - start.toEpochMilli()) / 1000.0;
    return begun.get() < seconds * options.rate();
  }

  /** Nobody begins anything new; what was begun is answered first. */
  public void finish() throws InterruptedException {
    stop.set(true);
    for (var it : threads) {
      it.join();
    }
  }
}
