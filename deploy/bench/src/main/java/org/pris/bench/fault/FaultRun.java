package org.pris.bench.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.pris.local.Home;
import org.pris.local.Options;
import org.pris.local.Ports;
import org.pris.local.Stack;

/** One run, from the start of the system to its end. */
final class FaultRun {

  private static final Duration LONGEST = Duration.ofMinutes(90);

  private final FaultOptions options;

  private final Consumer<String> console;

  private final Path folder;

  private final Map<String, Double> seconds = new LinkedHashMap<>();

  private final Ledger ledger = new Ledger();

  private Instant mark = Instant.now();

  FaultRun(FaultOptions options, Path folder, Consumer<String> console) {
    this.options = options;
    this.folder = folder;
    this.console = console;
  }

  /** What it found; also written to the folder, beside the logs of all processes. */
  FaultReport run() throws InterruptedException, IOException {
    Home.delete(folder);
    List<String> arguments = new ArrayList<>(List.of("--mongo", options.mongo(), "--fresh"));
    if (options.instances() > 1) {
      arguments.addAll(List.of("--instances", Integer.toString(options.instances())));
    }
    var started = Options.parse(arguments.toArray(String[]::new));
    var home = new Home(Home.thisProject(), folder);
    try (var stack = Stack.start(started, home, Ports.free(started), console)) {
      took("start");
      var report = disturb(stack);
      report.write(folder);
      return report;
    }
  }

  private FaultReport disturb(Stack stack) throws InterruptedException, IOException {
    Endpoint.subscribe(
        stack.urls(), new Client(stack.urls(), ledger, Instant.now().plusSeconds(60)));
    var client = new Client(stack.urls(), ledger, Instant.now().plus(LONGEST));
    var load = new Load(options, client, ledger, console);
    var chaos = new Chaos(options, stack, console);
    load.start();
    outages(chaos, load);
    chaos.start();
    await(load, chaos);
    took("work under faults");
    load.finish();
    took("last answers");
    try (var databases = new Databases(stack)) {
      var broker = new Broker(stack.kafka());
      var patience = Duration.ofSeconds(90 + options.declarations() / 10);
      var quiet = new Quiet(stack, databases, broker, console).await(patience);
      took("coming to rest");
      var receipts = Receipts.read(stack.home().data("receiver").resolve("received.jsonl"));
      var evidence = new Evidence(ledger, broker.published(), databases.read(), receipts);
      var violations = evidence.violations();
      took("checking");
      return report(stack, chaos, evidence, quiet, violations);
    }
  }

  /** Kafka and Keycloak at the same time, MongoDB within it: all three are missing for a minute. */
  private void outages(Chaos chaos, Load load) throws InterruptedException {
    if (!options.outages()) {
      return;
    }
    var length = Duration.ofMillis(Math.round(options.outageMinutes() * 60_000));
    Thread.sleep(10_000);
    var before = load.declared();
    var all =
        List.of(
            away(chaos, "kafka", length, Duration.ZERO),
            away(chaos, "keycloak", length, Duration.ZERO),
            away(chaos, "mongodb", length.dividedBy(10), length.dividedBy(2)));
    Thread.sleep(length.toMillis() - 1_000);
    for (var i = before; i < load.declared(); i++) {
      ledger.count("declared while Kafka and Keycloak were away");
    }
    all.forEach(CompletableFuture::join);
    took("outages");
  }

  private static CompletableFuture<Void> away(
      Chaos chaos, String name, Duration length, Duration later) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            Thread.sleep(later.toMillis());
            chaos.outage(name, length);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        },
        Thread::startVirtualThread);
  }

  private void await(Load load, Chaos chaos) throws InterruptedException {
    var ended = CompletableFuture.runAsync(() -> join(chaos), Thread::startVirtualThread);
    var deadline = Instant.now().plus(LONGEST);
    var said = Instant.now();
    while (!(load.isOver() && ended.isDone()) && Instant.now().isBefore(deadline)) {
      Thread.sleep(250);
      if (said.plusSeconds(30).isBefore(Instant.now())) {
        said = Instant.now();
        var fewest = chaos.names().stream().mapToInt(chaos::kills).min().orElse(0);
        console.accept("Declared %d, kills of each at least %d".formatted(load.declared(), fewest));
      }
    }
    chaos.stop();
    ended.join();
  }

  private static void join(Chaos chaos) {
    try {
      chaos.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private FaultReport report(
      Stack stack, Chaos chaos, Evidence evidence, boolean quiet, List<Violation> violations) {
    Map<String, Long> answers = new TreeMap<>();
    ledger.counts().forEach((what, count) -> answers.put(what, count.sum()));
    return new FaultReport(
        Instant.now(),
        options,
        Environment.of(stack),
        seconds,
        answers,
        evidence.counts(),
        chaos.names().stream().map(it -> process(it, chaos)).toList(),
        quiet,
        violations);
  }

  private static FaultReport.Disturbed process(String name, Chaos chaos) {
    var faults = chaos.faults().stream().filter(it -> it.process().equals(name)).toList();
    var ready =
        faults.stream()
            .filter(it -> it.kind() == Fault.Kind.KILL)
            .mapToDouble(Fault::seconds)
            .sorted()
            .toArray();
    return new FaultReport.Disturbed(
        name,
        chaos.kills(name),
        faults.stream().filter(it -> it.kind() == Fault.Kind.PAUSE).count(),
        faults.stream().filter(it -> it.kind() == Fault.Kind.AWAY).count(),
        ready.length == 0 ? 0 : ready[ready.length / 2],
        ready.length == 0 ? 0 : ready[ready.length - 1]);
  }

  private void took(String what) {
    seconds.put(what, Duration.between(mark, Instant.now()).toMillis() / 1000.0);
    mark = Instant.now();
    console.accept("%s: %.0f s".formatted(what, seconds.get(what)));
  }
}
