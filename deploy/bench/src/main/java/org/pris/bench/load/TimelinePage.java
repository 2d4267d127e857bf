package org.pris.bench.load;

import static io.gatling.javaapi.http.HttpDsl.status;

import java.util.ArrayList;
import java.util.List;
import org.pris.bench.load.measure.Measure;
import org.pris.bench.load.measure.Samples;

/** How long a responder waits for the timeline of a long case, and for its proof. */
final class TimelinePage implements Bench {

  private static final double RATE = 10;
  private static final int ENTRIES = 240;

  @Override
  public String title() {
    return "Timeline of a case of " + ENTRIES + " entries: its page, and its verification";
  }

  @Override
  public Found on(Installation installation) throws InterruptedException {
    var api = installation.api();
    var plan = installation.plan();
    var id = new Cases(api).open(1).getFirst();
    var timeline = "/api/cases/" + id + "/timeline";
    api.await("responder1", timeline, it -> it.path("items").size() > 1);
    for (var i = 0; i < ENTRIES; i++) {
      var text = "Point " + i + " : laboratoire sur automate isolé.";
      api.post(
          "responder1", timeline, "{\"kind\": \"FACT\", \"text\": \"%s\"}".formatted(text), 201);
    }
    var page = timeline + "?order=desc&limit=100";
    var proof = timeline + "/verification";
    asking(api, page, new Samples(), plan.warm().dividedBy(2));
    asking(api, proof, new Samples(), plan.warm().dividedBy(2));
    var half = plan.measured().dividedBy(2);
    var before = installation.processes().now();
    var pages = asking(api, page, new Samples(), half);
    var proofs = asking(api, proof, new Samples(), half);
    var usage = installation.processes().since(before);
    var entries = api.get("responder1", proof);
    var measures = new ArrayList<Measure>();
    measures.add(Measure.of("page of 100 entries, %.0f/s".formatted(RATE), pages));
    measures.add(Measure.of("verification of the chain, %.0f/s".formatted(RATE), proofs));
    measures.add(installation.limits().read("timeline", "entries", 100, RATE));
    var note =
        "The chain has %d entries and is %s."
            .formatted(
                entries.path("entries").asLong(),
                entries.path("valid").asBoolean() ? "whole" : "NOT WHOLE");
    return new Found(measures, usage, List.of(note));
  }

  private static Samples asking(Api api, String path, Samples samples, java.time.Duration time) {
    Load.send(
        RATE,
        time,
        () -> Load.timed(samples, api.got("responder1", _ -> path).check(status().is(200))));
    return samples;
  }
}
