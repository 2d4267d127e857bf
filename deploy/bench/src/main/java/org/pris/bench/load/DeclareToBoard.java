package org.pris.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pris.bench.load.measure.Measure;
import org.pris.bench.load.measure.Samples;
import org.pris.bench.load.measure.Target;

/** How long after a hospital has declared the response provider sees a card. */
final class DeclareToBoard implements Bench {

  private record Times(long sent, long answered) {}

  @Override
  public String title() {
    return "A declaration is sent; its card comes on another person's live board";
  }

  @Override
  public Found on(Installation installation) throws InterruptedException {
    var plan = installation.plan();
    round(installation, 10, plan.warm());
    installation.rest();
    var measures = new ArrayList<Measure>();
    measures.addAll(round(installation, 10, plan.measured()));
    installation.rest();
    var before = installation.processes().now();
    measures.addAll(round(installation, 50, plan.measured()));
    var usage = installation.processes().since(before);
    measures.addAll(installation.limits().measure(50, 16));
    return new Found(
        measures,
        usage,
        List.of(
            "The targets are held against the time from the moment the request is sent; from the"
                + " moment it is answered is beside it, and can be negative (then it counts 0).",
            "The board is read through web as server-sent events, by one responder."));
  }

  private static List<Measure> round(Installation installation, double rate, Duration time)
      throws InterruptedException {
    Map<String, Times> declared = new ConcurrentHashMap<>();
    var posts = new Samples();
    try (var board = Board.seenBy(installation.api(), "responder2")) {
      Load.send(
          rate,
          time,
          () ->
              Declaring.once(
                  installation.api(),
                  posts,
                  it ->
                      declared.put(Declaring.id(it), new Times(Load.sent(it), System.nanoTime()))));
      board.await(declared.keySet(), Duration.ofMinutes(2));
      var fromSent = new Samples();
      var fromAnswered = new Samples();
      declared.forEach((id, times) -> {
        var came = board.cameAt(id);
        if (came == null) {
          fromSent.fail();
          fromAnswered.fail();
        } else {
          fromSent.add(times.sent(), came);
          fromAnswered.add(Math.min(times.answered(), came), came);
        }
      });
      return List.of(
          Measure.of(
              "sent to card, %.0f/s".formatted(rate),
              fromSent,
              Target.atMost("p50", 100),
              Target.atMost("p99", 300)),
          Measure.of("answered to card, %.0f/s".formatted(rate), fromAnswered));
    }
  }
}
