package org.pris.bench.load;

import java.time.Duration;
import java.util.List;
import org.pris.bench.load.measure.Measure;
import org.pris.bench.load.measure.Target;
import org.pris.bench.load.measure.Usage;

/**
 * How long until all is ready, and what it needs when nobody asks anything of it.
 *
 * @param production the services' JVMs as in their containers; else as the runner starts them
 */
record StartUp(boolean production) implements Bench {

  private static final double READY = 40;
  private static final double MEMORY = 2.2;

  @Override
  public String title() {
    return production
        ? "From nothing to ready, with production flags, and memory at rest"
        : "From nothing to ready, as deploy/local/start does it, and memory at rest";
  }

  @Override
  public boolean wantsItsOwn() {
    return true;
  }

  @Override
  public boolean wantsItWarm() {
    return false;
  }

  @Override
  public boolean wantsProductionFlags() {
    return production;
  }

  @Override
  public Found on(Installation installation) throws InterruptedException {
    var before = installation.processes().now();
    Thread.sleep(Duration.ofSeconds(15));
    var usage =
        installation.processes().since(before).stream()
            .filter(it -> !it.process().equals(Installation.BENCH))
            .toList();
    var resident = usage.stream().mapToDouble(Usage::residentMb).sum() / 1_024;
    var proportional = usage.stream().mapToDouble(Usage::proportionalMb).sum() / 1_024;
    var seconds = installation.readyAfter().toMillis() / 1_000.0;
    return new Found(
        List.of(
            Measure.value("ready after", seconds, "s", Target.atMost("value", READY)),
            Measure.value("memory, PSS", proportional, "GB", Target.atMost("value", MEMORY)),
            Measure.value("memory, RSS", resident, "GB")),
        usage,
        List.of(
            "After the build and what follows it once. Everything empty: Keycloak imports its"
                + " realm.",
            "PSS divides pages that processes share among them; RSS counts them in each. All"
                + " processes of the system but the runner, whose place the bench takes.",
            "Memory 15 s after ready."));
  }
}
