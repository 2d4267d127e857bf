package org.pris.bench.load;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.pris.bench.load.Turns.Thing;
import org.pris.bench.load.measure.Measure;
import org.pris.bench.load.measure.Samples;

/** How long a responder waits for a step of a case. */
final class Transition implements Bench {

  private static final double RATE = 10;

  @Override
  public String title() {
    return "POST /api/cases/{id}/transitions through web: take, then qualify; hold and resume";
  }

  @Override
  public Found on(Installation installation) throws InterruptedException {
    var api = installation.api();
    var plan = installation.plan();
    var cases = new Cases(api);
    var known = cases.open(20);
    var turns =
        new Turns(
            known.stream()
                .map(it -> new Thing(it, cases.taken(it).path("version").asLong(), 0))
                .toList());
    Load.send(2 * RATE, plan.warm(), () -> holding(api, turns, new Samples()));
    var hold = new Samples();
    Load.send(2 * RATE, plan.measured(), () -> holding(api, turns, hold));

    var once = plan.measured().dividedBy(2);
    var fresh = cases.open((int) (RATE * once.toSeconds()));
    var taking = once(fresh, 1);
    var qualifying = once(fresh, 2);
    var take = new Samples();
    var qualify = new Samples();
    var before = installation.processes().now();
    Load.send(RATE, once, () -> commanding(api, taking, take, "take", ""));
    var fields = Cases.QUALIFICATION.formatted("MAJOR");
    Load.send(RATE, once, () -> commanding(api, qualifying, qualify, "qualify", fields));
    var usage = installation.processes().since(before);
    var measures = new ArrayList<Measure>();
    measures.add(Measure.of("hold, resume, %.0f/s".formatted(2 * RATE), hold));
    measures.add(Measure.of("take, %.0f/s".formatted(RATE), take));
    measures.add(Measure.of("qualify, %.0f/s".formatted(RATE), qualify));
    measures.addAll(installation.limits().measure(2 * RATE, 4));
    return new Found(
        measures, usage, List.of("Twenty cases in turn; fresh ones to take and qualify."));
  }

  private static Turns once(List<String> ids, long version) {
    return new Turns(ids.stream().map(it -> new Thing(it, version, 0)).toList());
  }

  private static io.gatling.javaapi.core.ChainBuilder commanding(
      Api api, Turns turns, Samples samples, String action, String fields) {
    return turns.next(
        api,
        samples,
        _ -> "responder1",
        Transition::path,
        it -> Cases.body(action, it.version(), fields),
        true);
  }

  private static io.gatling.javaapi.core.ChainBuilder holding(
      Api api, Turns turns, Samples samples) {
    var until = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
    var hold = "\"reason\": \"Prestataire attendu demain.\", \"until\": \"%s\"".formatted(until);
    return turns.next(
        api,
        samples,
        _ -> "responder1",
        Transition::path,
        it ->
            it.step() % 2 == 0
                ? Cases.body("hold", it.version(), hold)
                : Cases.body("resume", it.version(), ""),
        false);
  }

  private static String path(Thing thing) {
    return "/api/cases/" + thing.id() + "/transitions";
  }
}
