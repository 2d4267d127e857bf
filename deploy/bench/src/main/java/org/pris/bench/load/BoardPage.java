package org.pris.bench.load;

import static io.gatling.javaapi.http.HttpDsl.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.pris.bench.load.measure.Measure;
import org.pris.bench.load.measure.Samples;
import org.pris.bench.load.measure.Target;

/** How long a responder waits for the board's page, among a thousand cases and among many. */
final class BoardPage implements Bench {

  private static final int USUAL = 1_000;
  private static final double RATE = 5;

  /** Whose cost shows the machine's, where each page takes long. */
  private static final double RARE = 0.5;

  @Override
  public String title() {
    return "GET /api/cases?limit=200 through web, as the board asks it; and its first 50";
  }

  @Override
  public boolean wantsItsOwn() {
    return true; // what it fills the list with is nothing that others should work on
  }

  @Override
  public Found on(Installation installation) throws InterruptedException {
    var plan = installation.plan();
    var cases = new Cases(installation.api());
    var known = cases.open(18);
    for (var i = 0; i < known.size(); i++) {
      switch (i % 3) {
        case 0 -> cases.taken(known.get(i));
        case 1 -> cases.qualified(known.get(i), List.of("MINOR", "MAJOR", "CRISIS").get(i / 3 % 3));
        default -> {} // as it came
      }
    }
    var copies = new Copies(installation.stack());
    copies.fillUpTo(USUAL);
    ask(installation, RATE, 200, plan.cold());
    var half = plan.measured().dividedBy(2);
    var measures = new ArrayList<Measure>();
    var before = installation.processes().now();
    measures.add(
        Measure.of(
            "page of 200 among %,d, %.0f/s".formatted(USUAL, RATE),
            ask(installation, RATE, 200, half),
            Target.atMost("p95", 20)));
    measures.add(
        Measure.of(
            "page of 50 among %,d, %.0f/s".formatted(USUAL, RATE),
            ask(installation, RATE, 50, half)));
    var usage = installation.processes().since(before);
    measures.add(installation.limits().read("triage", "cases", 200, RATE));
    copies.fillUpTo(plan.many());
    measures.add(
        Measure.of(
            "page of 200 among %,d, %.1f/s".formatted(plan.many(), RARE),
            ask(installation, RARE, 200, half)));
    measures.add(
        Measure.of(
            "page of 50 among %,d, %.1f/s".formatted(plan.many(), RARE),
            ask(installation, RARE, 50, half)));
    return new Found(
        measures,
        usage,
        List.of(
            "Cases: 18 that were declared, taken and qualified through the API, and copies of"
                + " their documents with ids, references and moments of their own, written into"
                + " triage's database through the driver.",
            "The usage is of the pages among %,d.".formatted(USUAL)));
  }

  private static Samples ask(Installation installation, double rate, int limit, Duration time) {
    var samples = new Samples();
    var api = installation.api();
    var path = "/api/cases?limit=" + limit;
    Load.send(
        rate,
        time,
        () -> Load.timed(samples, api.got("responder1", _ -> path).check(status().is(200))));
    return samples;
  }
}
