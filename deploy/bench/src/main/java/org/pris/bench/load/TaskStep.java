package org.pris.bench.load;

import java.util.ArrayList;
import java.util.List;
import org.pris.bench.load.Turns.Thing;
import org.pris.bench.load.measure.Measure;
import org.pris.bench.load.measure.Samples;
import tools.jackson.databind.JsonNode;

/** How long a responder waits for a step of a task. */
final class TaskStep implements Bench {

  private static final double RATE = 20;
  private static final int ENGAGED = 8;

  @Override
  public String title() {
    return "POST /api/tasks/{id}/transitions through web: start and block, on engaged cases";
  }

  @Override
  public Found on(Installation installation) throws InterruptedException {
    var api = installation.api();
    var plan = installation.plan();
    var cases = new Cases(api);
    var things = new ArrayList<Thing>();
    for (var id : cases.open(ENGAGED)) {
      cases.engaged(id);
      api.await("lead1", "/api/cases/" + id + "/tasks", it -> it.path("tasks").size() > 20)
          .path("tasks")
          .valueStream()
          .filter(TaskStep::mayStart)
          .map(it -> new Thing(it.path("id").asString(), it.path("version").asLong(), 0))
          .forEach(things::add);
    }
    var turns = new Turns(things);
    Load.send(RATE, plan.warm(), () -> stepping(api, turns, new Samples()));
    var samples = new Samples();
    var before = installation.processes().now();
    Load.send(RATE, plan.measured(), () -> stepping(api, turns, samples));
    var usage = installation.processes().since(before);
    var measures = new ArrayList<Measure>();
    measures.add(Measure.of("start, block, %.0f/s".formatted(RATE), samples));
    measures.addAll(installation.limits().measure(RATE, 4));
    var note = "%d tasks of %d cases in turn.".formatted(things.size(), ENGAGED);
    return new Found(measures, usage, List.of(note));
  }

  private static boolean mayStart(JsonNode task) {
    return task.path("allowedActions")
        .valueStream()
        .anyMatch(it ->
            it.path("action").asString().equalsIgnoreCase("start")
                && it.path("allowed").asBoolean());
  }

  private static io.gatling.javaapi.core.ChainBuilder stepping(
      Api api, Turns turns, Samples samples) {
    return turns.next(
        api,
        samples,
        _ -> "lead1",
        it -> "/api/tasks/" + it.id() + "/transitions",
        it ->
            it.step() % 2 == 0
                ? Cases.body("start", it.version(), "")
                : Cases.body("block", it.version(), "\"reason\": \"La DSI rappelle à 14 h.\""),
        false);
  }
}
