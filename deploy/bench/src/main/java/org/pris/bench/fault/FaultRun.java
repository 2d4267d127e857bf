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
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.pris.bench.fault.act.HttpApi;
import org.pris.bench.fault.act.Load;
import org.pris.bench.fault.act.Operator;
import org.pris.bench.fault.act.RequiredActs;
import org.pris.bench.fault.chaos.Chaos;
import org.pris.bench.fault.chaos.Fault;
import org.pris.bench.fault.chaos.FaultOptions;
import org.pris.bench.fault.chaos.Outages;
import org.pris.bench.fault.invariant.Evidence;
import org.pris.bench.fault.invariant.Violation;
import org.pris.bench.fault.observation.AcceptedWrites;
import org.pris.bench.fault.observation.BrokerReader;
import org.pris.bench.fault.observation.Databases;
import org.pris.bench.fault.observation.Quiescence;
import org.pris.bench.fault.observation.ReceivedDeliveries;
import org.pris.bench.fault.observation.SubscribedEndpoint;
import org.pris.local.Stack;
import org.pris.local.process.Folders;
import org.pris.local.process.Options;
import org.pris.local.process.Ports;

/** One run, from the start of the system to its end. */
final class FaultRun {

  private static final Duration LONGEST = Duration.ofMinutes(90);

  private final FaultOptions options;

  private final Consumer<String> console;

  private final Path folder;

  private final Map<String, Double> seconds = new LinkedHashMap<>();

  private final AcceptedWrites ledger = new AcceptedWrites();

  private Instant mark = Instant.now();

  private boolean inTime = true;

  FaultRun(FaultOptions options, Path folder, Consumer<String> console) {
    this.options = options;
    this.folder = folder;
    this.console = console;
  }

  /** What it found; also written to the folder, beside the logs of all processes. */
  FaultReport run() throws InterruptedException, IOException {
    Folders.delete(folder);
    List<String> arguments = new ArrayList<>(List.of("--mongo", options.mongo(), "--fresh"));
    if (options.instances() > 1) {
      arguments.addAll(List.of("--instances", Integer.toString(options.instances())));
    }
    var started = Options.parse(arguments.toArray(String[]::new));
    var home = new Folders(Folders.thisProject(), folder);
    try (var stack = Stack.start(started, home, Ports.free(started), console)) {
      took("start");
      var report = disturb(stack);
      report.write(folder);
      return report;
    }
  }

  private FaultReport disturb(Stack stack) throws InterruptedException, IOException {
    SubscribedEndpoint.subscribe(
        stack.urls(), new HttpApi(stack.urls(), ledger, Instant.now().plusSeconds(60)));
    var client = new HttpApi(stack.urls(), ledger, Instant.now().plus(LONGEST));
    var load = new Load(options, client, ledger, console);
    var chaos = new Chaos(options, stack, console);
    var operator = new Operator(options, ledger, stack.mongoUri("intake"), stack.kafka(), console);
    load.start();
    operator.start();
    if (options.outages()) {
      new Outages(options, chaos).run(load, ledger);
      took("outages");
    }
    chaos.start();
    await(load, chaos);
    load.finish();
    operator.finish();
    took("last answers");
    try (var databases = new Databases(stack)) {
      var broker = new BrokerReader(stack.kafka());
      var quiescence = new Quiescence(stack, databases, broker, console);
      var quiet = quiescence.await(patience());
      operator.decide(); // of what a service has put aside since
      quiet &= quiescence.await(patience());
      took("coming to rest");
      var receipts =
          ReceivedDeliveries.read(stack.home().data("receiver").resolve("received.jsonl"));
      var evidence = new Evidence(ledger, broker.published(), databases.read(), receipts);
      var violations = evidence.violations();
      took("checking");
      return report(stack, chaos, evidence, quiet, violations);
    }
  }

  /** Until all is declared, each process has had its faults, and people have done their part. */
  private void await(Load load, Chaos chaos) throws InterruptedException {
    var ended = CompletableFuture.runAsync(() -> join(chaos), Thread::startVirtualThread);
    var deadline = Instant.now().plus(LONGEST);
    await(() -> load.isOver() && ended.isDone(), deadline, load, chaos);
    took("work under faults");
    inTime = Instant.now().isBefore(deadline);
    chaos.stop();
    ended.join();
    var late = Instant.now().plus(patience());
    await(this::isAllActed, late.isBefore(deadline) ? late : deadline, load, chaos);
    took("work that was left");
  }

  private void await(BooleanSupplier done, Instant until, Load load, Chaos chaos)
      throws InterruptedException {
    var said = Instant.now();
    while (!done.getAsBoolean() && Instant.now().isBefore(until)) {
      Thread.sleep(250);
      if (said.plusSeconds(30).isBefore(Instant.now())) {
        said = Instant.now();
        var fewest = fewest(chaos);
        console.accept("Declared %d, kills of each at least %d".formatted(load.declared(), fewest));
      }
    }
  }

  private boolean isAllActed() {
    return RequiredActs.missing(options.declarations(), ledger::counted).isEmpty();
  }

  /** For what the services have still to tell each other, once nothing hinders them any more. */
  private Duration patience() {
    return Duration.ofSeconds(90 + options.declarations() / 10);
  }

  private static int fewest(Chaos chaos) {
    return chaos.names().stream().mapToInt(it -> chaos.done(it, Fault.Kind.KILL)).min().orElse(0);
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
        chaos.disturbed(),
        inTime,
        quiet,
        violations);
  }

  private void took(String what) {
    seconds.put(what, Duration.between(mark, Instant.now()).toMillis() / 1000.0);
    mark = Instant.now();
    console.accept("%s: %.0f s".formatted(what, seconds.get(what)));
  }
}
