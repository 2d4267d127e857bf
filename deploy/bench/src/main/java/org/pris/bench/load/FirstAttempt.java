package org.pris.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pris.bench.load.measure.Measure;
import org.pris.bench.load.measure.Samples;
import org.pris.bench.load.measure.Target;

/** How long after an event an agency hears of it, also while another agency is silent. */
final class FirstAttempt implements Bench {

  private static final double RATE = 5;

  /** Of two medians of the same, in milliseconds. */
  private static final double NOISE = 3;

  @Override
  public String title() {
    return "An event happens; the first attempt to tell an agency arrives there";
  }

  @Override
  public Found on(Installation installation) throws InterruptedException {
    var plan = installation.plan();
    round(installation, false, plan.warm());
    installation.rest();
    var before = installation.processes().now();
    var alone = round(installation, false, plan.measured());
    var usage = installation.processes().since(before);
    var beside = round(installation, true, plan.measured());
    var delay = beside.figures().p50() - alone.figures().p50();
    var measures = new ArrayList<Measure>();
    var target = Target.atMost("p99", 300);
    measures.add(Measure.of("event to first attempt", alone, target));
    measures.add(Measure.of("the same, another endpoint never answers", beside, target));
    measures.add(
        Measure.value(
            "delay by the silent endpoint, at the median",
            delay,
            "ms",
            Target.atMost("value", NOISE)));
    measures.addAll(installation.limits().measure(RATE, 4));
    return new Found(
        measures,
        usage,
        List.of(
            "%.0f declarations a second; each event of a case that agencies are told."
                .formatted(RATE),
            "From the event's own timestamp, whole milliseconds, to the arrival at the endpoint.",
            "The silent endpoint takes connections and answers nothing."));
  }

  private static Samples round(Installation installation, boolean silent, Duration time)
      throws InterruptedException {
    var samples = new Samples();
    try (var agency = new Agency(installation.api(), samples)) {
      if (silent) {
        agency.addSilentOne();
      }
      Set<String> declared = ConcurrentHashMap.newKeySet();
      var api = installation.api();
      Load.send(
          RATE,
          time,
          () -> Declaring.once(api, new Samples(), it -> declared.add(Declaring.id(it))));
      var until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
      while (!agency.opened().keySet().containsAll(declared) && System.nanoTime() < until) {
        Thread.sleep(Duration.ofMillis(100));
      }
      declared.removeAll(agency.opened().keySet());
      declared.forEach(_ -> samples.fail());
    }
    return samples;
  }
}
