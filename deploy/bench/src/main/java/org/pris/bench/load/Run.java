package org.pris.bench.load;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pris.bench.load.measure.Machine;
import org.pris.bench.load.measure.Result;
import org.pris.local.Stack;
import org.pris.local.process.Folders;
import org.pris.local.process.Options;
import org.pris.local.process.Ports;

/** {@code Run [--short] [--laptop] [--mongo WHICH] all | NAME…}. */
final class Run {

  static final Map<String, Supplier<Bench>> BENCHES = new LinkedHashMap<>();

  static {
    BENCHES.put("start", () -> new StartUp(false));
    BENCHES.put("start-production", () -> new StartUp(true));
    BENCHES.put("declare", Declare::new);
    BENCHES.put("declare-to-board", DeclareToBoard::new);
    BENCHES.put("transition", Transition::new);
    BENCHES.put("task", TaskStep::new);
    BENCHES.put("timeline", TimelinePage::new);
    BENCHES.put("webhook", FirstAttempt::new);
    BENCHES.put("chain", Chain::new);
    BENCHES.put("board", BoardPage::new);
  }

  private final Folders home;
  private final Results results;
  private final Plan plan;
  private final boolean laptop;
  private final @Nullable String mongo;
  private final List<String> brokenOff = new ArrayList<>();

  private Run(Plan plan, boolean laptop, @Nullable String mongo) {
    var project = Folders.thisProject();
    var target = project.resolve("deploy/bench/target");
    this.home = new Folders(project, target.resolve("installation"));
    this.results = new Results(target.resolve("results"));
    this.plan = plan;
    this.laptop = laptop;
    this.mongo = mongo;
  }

  static void main(String... arguments) throws InterruptedException {
    var names = new ArrayList<String>();
    var plan = Plan.FULL;
    var laptop = false;
    @Nullable String mongo = null;
    for (var rest = new ArrayList<>(Arrays.asList(arguments)); !rest.isEmpty(); ) {
      switch (rest.removeFirst()) {
        case "--short" -> plan = Plan.SHORT;
        case "--laptop" -> laptop = true;
        case "--mongo" -> mongo = rest.removeFirst();
        case "all" -> names.addAll(BENCHES.keySet());
        case String name -> names.add(name);
      }
    }
    if (names.isEmpty() || !BENCHES.keySet().containsAll(names)) {
      System.err.println("Which? all, or of " + BENCHES.keySet());
      System.exit(2);
    }
    var run = new Run(plan, laptop, mongo);
    run.all(names);
    System.exit(run.brokenOff.isEmpty() ? 0 : 1); // Gatling's threads do not end
  }

  /** In order; those that mind nothing of each other share one installation. */
  private void all(List<String> names) throws InterruptedException {
    var shared = new LinkedHashMap<String, Bench>();
    names.forEach(results::forget);
    for (var name : names) {
      var bench = Objects.requireNonNull(BENCHES.get(name)).get();
      if (bench.wantsItsOwn()) {
        measure(Map.of(name, bench));
      } else {
        shared.put(name, bench);
      }
    }
    if (!shared.isEmpty()) {
      measure(shared);
    }
    results.page();
  }

  private void measure(Map<String, Bench> benches) throws InterruptedException {
    try {
      measureOnOne(benches);
    } catch (RuntimeException failed) {
      breakOff(String.join(", ", benches.keySet()), failed);
    }
  }

  private void measureOnOne(Map<String, Bench> benches) throws InterruptedException {
    var load = Machine.loadNow();
    Folders.delete(home.folder());
    var began = System.nanoTime();
    var options = options(benches.values().iterator().next());
    try (var stack = Stack.start(options, home, Ports.free(options), _ -> {})) {
      var ready = Duration.ofNanos(System.nanoTime() - began);
      var machine = Machine.of(stack, load);
      if (benches.values().stream().anyMatch(Bench::wantsItWarm)) {
        Installation.of(stack, plan, ready).warm();
      }
      for (var it : benches.entrySet()) {
        try {
          measure(it.getKey(), it.getValue(), Installation.of(stack, plan, ready), machine);
        } catch (RuntimeException failed) {
          breakOff(it.getKey(), failed);
        }
      }
    }
  }

  private void measure(String name, Bench bench, Installation installation, Machine machine)
      throws InterruptedException {
    var at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var found = bench.on(installation);
    results.keep(
        new Result(
            name,
            bench.title(),
            at,
            plan.equals(Plan.SHORT),
            machine,
            found.measures(),
            found.usage(),
            found.notes()));
  }

  /** It has no result, and the others' are worth no less for it. */
  private void breakOff(String what, RuntimeException failed) {
    brokenOff.add(what);
    System.err.println("BROKE OFF, without a result: " + what);
    failed.printStackTrace(System.err);
  }

  private Options options(Bench bench) {
    var options = new ArrayList<>(List.of("--fresh"));
    if (bench.wantsProductionFlags() && !laptop) {
      options.add("--production-flags");
    }
    if (mongo != null) {
      options.addAll(List.of("--mongo", mongo));
    }
    return Options.parse(options.toArray(String[]::new));
  }
}
