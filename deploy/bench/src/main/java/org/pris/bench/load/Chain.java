package org.pris.bench.load;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pris.bench.load.measure.Lag;
import org.pris.bench.load.measure.Measure;
import org.pris.bench.load.measure.Samples;
import org.pris.bench.load.measure.Target;

/**
 * How many declarations a second the whole chain sustains: each becomes a case, an entry in the
 * timeline, and a call to an agency.
 */
final class Chain implements Bench {

  private static final List<Integer> RATES = List.of(10, 25, 50, 100, 150, 200, 250, 300);
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private record Step(Measure sustained, double perSecond) {}

  @Override
  public String title() {
    return "Declared to case opened, timeline entry written and agency told, to saturation";
  }

  @Override
  public Found on(Installation installation) throws InterruptedException {
    var half = installation.plan().measured().dividedBy(2);
    var measures = new ArrayList<Measure>();
    var most = 0.0;
    var entries = entries(installation);
    var declared = 0L;
    step(installation, 10, installation.plan().warm());
    declared += entries(installation) - entries;
    var before = installation.processes().now();
    for (var rate : RATES) {
      var step = step(installation, rate, half);
      measures.add(step.sustained());
      declared += step.sustained().figures().count();
      if (step.sustained().figures().failed() > 0) {
        break; // what loses some sustains nothing
      }
      most = Math.max(most, step.perSecond());
      if (step.perSecond() < 0.8 * rate) {
        break; // more only waits longer
      }
    }
    var usage = installation.processes().since(before);
    var missing = declared - (entries(installation) - entries);
    measures.addFirst(
        Measure.value("sustained", most, "declarations/s", Target.atLeast("value", 200)));
    measures.addAll(installation.limits().measure(50, 32));
    return new Found(
        measures,
        usage,
        List.of(
            "A step declares at its rate, then waits until all is told; what it sustained is their"
                + " number over the time from the first request to the last of the three ends: last"
                + " agency told, last event heard by timeline. The steps end with the first that"
                + " sustains less than 80 % of its rate, or loses one: that one counts nothing.",
            "The distribution is of the time from a declaration's request to the agency's call.",
            "Declarations without their entry in the timeline: " + missing + "."));
  }

  private static Step step(Installation installation, int rate, Duration time)
      throws InterruptedException {
    Map<String, Long> declared = new ConcurrentHashMap<>();
    var posts = new Samples();
    try (var agency = new Agency(installation.api(), new Samples());
        var lag = new Lag(installation.stack().kafka())) {
      var start = System.nanoTime();
      Load.send(
          rate,
          time,
          () ->
              Declaring.once(
                  installation.api(), posts, it -> declared.put(Declaring.id(it), Load.sent(it))));
      var until = System.nanoTime() + PATIENCE.toNanos();
      while (!agency.opened().keySet().containsAll(declared.keySet())
          && System.nanoTime() < until) {
        Thread.sleep(Duration.ofMillis(50));
      }
      var end = lag.emptyAt("timeline", PATIENCE);
      var chain = new Samples();
      for (var it : declared.entrySet()) {
        var told = agency.opened().get(it.getKey());
        if (told == null) {
          chain.fail();
        } else {
          chain.add(it.getValue(), told);
          end = Math.max(end, told);
        }
      }
      for (var i = posts.figures().failed(); i > 0; i--) {
        chain.fail();
      }
      var sustained = chain.count() / ((end - start) / 1e9);
      var what = "offered %d/s, sustained %.1f/s".formatted(rate, sustained);
      return new Step(Measure.of(what, chain), sustained);
    }
  }

  private static long entries(Installation installation) {
    try (var client = MongoClients.create(installation.stack().mongoUri("timeline"))) {
      return client
          .getDatabase("pris_local_timeline")
          .getCollection("entries")
          .countDocuments(Filters.regex("head", "\"case\\.opened\\.v1\""));
    }
  }
}
