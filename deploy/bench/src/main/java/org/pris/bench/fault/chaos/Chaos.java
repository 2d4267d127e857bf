package org.pris.bench.fault.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.pris.local.Stack;

/** Kills and stops every process, each on a thread and with a random sequence of its own. */
public final class Chaos {

  private final FaultOptions options;

  private final Stack stack;

  private final Consumer<String> console;

  private final Semaphore away;

  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();

  private final AtomicBoolean stop = new AtomicBoolean();

  private final List<Thread> threads = new ArrayList<>();

  private final Map<String, UnexpectedExits> deaths = new TreeMap<>();

  public Chaos(FaultOptions options, Stack stack, Consumer<String> console) {
    this.options = options;
    this.stack = stack;
    this.console = console;
    away = new Semaphore(options.atOnce(), true);
    for (var it : stack.names()) {
      deaths.put(it, new UnexpectedExits(() -> stack.restarts(it)));
    }
  }

  public void start() {
    for (var name : names()) {
      var random = new Random(options.seed() * 1_000_003 + name.hashCode());
      threads.add(Thread.ofVirtual().name("faults-" + name).start(() -> disturb(name, random)));
    }
  }

  public List<String> names() {
    return stack.names().stream()
        .filter(it -> options.only() == null || it.equals(options.only()))
        .toList();
  }

  /** Until each has had its number, and then no more. */
  public void await() throws InterruptedException {
    for (var it : threads) {
      it.join();
    }
  }

  public void stop() {
    stop.set(true);
  }

  private void disturb(String name, Random random) {
    try {
      while (!stop.get() && left(name, Fault.Kind.KILL) + left(name, Fault.Kind.PAUSE) > 0) {
        Thread.sleep(Math.round(options.every() * 1000 * (0.3 + 1.4 * random.nextDouble())));
        var pauses = left(name, Fault.Kind.PAUSE);
        var pause = random.nextInt(pauses + left(name, Fault.Kind.KILL)) < pauses;
        away.acquire();
        try {
          deaths(name).look();
          if (pause) {
            pause(name);
          } else {
            kill(name, random);
          }
        } finally {
          away.release();
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private int left(String name, Fault.Kind kind) {
    var asked = kind == Fault.Kind.KILL ? options.kills() : options.pauses();
    return Math.max(0, asked - done(name, kind));
  }

  /** Only one that lived through it was stopped. */
  private void pause(String name) throws InterruptedException {
    var at = Instant.now();
    if (victim(name).pause(pauseSeconds(name))) {
      faults.add(new Fault(at, name, Fault.Kind.PAUSE, seconds(at)));
    }
    deaths(name).look();
  }

  private int pauseSeconds(String name) {
    var isLong = name.equals("triage") && done(name, Fault.Kind.PAUSE) == 0;
    return isLong && options.longPauseSeconds() > 0
        ? options.longPauseSeconds()
        : options.pauseSeconds();
  }

  private void kill(String name, Random random) throws InterruptedException {
    var victim = victim(name);
    List<Instant> kills = new ArrayList<>(List.of(victim.kill()));
    if (random.nextInt(8) == 0) { // now and then again, while it starts
      Thread.sleep(random.nextInt(3_000));
      kills.add(victim.kill());
    }
    deaths(name).look(kills.size(), victim.awaitReady());
    kills.forEach(it -> faults.add(new Fault(it, name, Fault.Kind.KILL, seconds(it))));
  }

  /** Killed and kept away; the others go on meanwhile. */
  void outage(String name, Duration time) throws InterruptedException {
    console.accept("%s is away for %d s".formatted(name, time.toSeconds()));
    var at = Instant.now();
    victim(name).keepAway(time);
    deaths(name).look(1, victim(name).awaitReady());
    faults.add(new Fault(at, name, Fault.Kind.AWAY, seconds(at)));
    console.accept("%s is back".formatted(name));
  }

  private Victim victim(String name) {
    return new Victim(name, stack, stop::get, console);
  }

  private static double seconds(Instant since) {
    return Duration.between(since, Instant.now()).toMillis() / 1000.0;
  }

  /** How many it has been through. */
  public int done(String name, Fault.Kind kind) {
    return (int)
        faults.stream().filter(it -> it.kind() == kind && it.process().equals(name)).count();
  }

  private UnexpectedExits deaths(String name) {
    return Objects.requireNonNull(deaths.get(name), name);
  }

  /** What each has been through, until now. */
  public List<Disruption> disturbed() {
    return names().stream()
        .map(it -> {
          deaths(it).look();
          return Disruption.of(it, List.copyOf(faults), deaths(it));
        })
        .toList();
  }
}
