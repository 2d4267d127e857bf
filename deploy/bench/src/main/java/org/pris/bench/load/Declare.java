package org.pris.bench.load;

import java.util.ArrayList;
import java.util.List;
import org.pris.bench.load.measure.Measure;
import org.pris.bench.load.measure.Samples;
import org.pris.bench.load.measure.Target;

/** How long a hospital waits for its receipt. */
final class Declare implements Bench {

  private static final double RATE = 50;

  @Override
  public String title() {
    return "POST /api/declarations through web, answered 201";
  }

  @Override
  public Found on(Installation installation) throws InterruptedException {
    var api = installation.api();
    var plan = installation.plan();
    Load.send(RATE, plan.warm(), () -> Declaring.once(api, new Samples(), _ -> {}));
    installation.rest();
    var samples = new Samples();
    var before = installation.processes().now();
    Load.send(RATE, plan.measured(), () -> Declaring.once(api, samples, _ -> {}));
    var usage = installation.processes().since(before);
    var measures = new ArrayList<Measure>();
    measures.add(
        Measure.of(
            "declare, %.0f/s".formatted(RATE),
            samples,
            Target.atMost("p50", 15),
            Target.atMost("p99", 60)));
    measures.addAll(installation.limits().measure(RATE, 16));
    return new Found(
        measures,
        usage,
        List.of(
            "Open model: requests go out at their rate, answered or not. Three hospitals in turn;"
                + " limits per person and establishment are raised for the bench.",
            "All services go on working on what was declared meanwhile."));
  }
}
