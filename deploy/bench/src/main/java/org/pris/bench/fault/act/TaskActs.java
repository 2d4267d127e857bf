package org.pris.bench.fault.act;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.pris.bench.fault.observation.AcceptedWrites;
import tools.jackson.databind.JsonNode;

/** What people do with the tasks of one case, through the API. */
final class TaskActs {

  private static final Set<String> ACTIONS =
      Set.of("start", "complete", "block", "waive", "reopen");

  private static final Set<String> SETTLED = Set.of("DONE", "WAIVED");

  /** Tasks that are gone on with at one reading of the plan. */
  private static final int FEW = 3;

  private final Api api;

  private final AcceptedWrites ledger;

  private final RandomGenerator random;

  TaskActs(Api api, AcceptedWrites ledger, RandomGenerator random) {
    this.api = api;
    this.ledger = ledger;
    this.random = random;
  }

  /** Whatever one of the tasks allows. */
  void any(KnownCases.One one) throws InterruptedException {
    var tasks = tasks(one);
    if (!tasks.isEmpty()) {
      var task = tasks.get(random.nextInt(tasks.size()));
      var allowed = allowed(task);
      if (!allowed.isEmpty()) {
        act(task, allowed.get(random.nextInt(allowed.size())));
      }
    }
  }

  /** A few steps towards the end of what is mandatory; false where there is none to be made now. */
  boolean goOn(KnownCases.One one) throws InterruptedException {
    var tasks = tasks(one);
    var open = tasks.stream().filter(TaskActs::isMandatory).filter(it -> !isSettled(it)).toList();
    var ready = open.stream().filter(TaskActs::isReady).toList();
    if (ready.isEmpty() && !open.isEmpty()) { // they wait for one that is not mandatory itself
      ready = tasks.stream().filter(TaskActs::isReady).toList();
    }
    var done = false;
    for (var task : ready.subList(0, Math.min(FEW, ready.size()))) {
      done |= act(task, step(task));
    }
    return done;
  }

  /** Mostly straight to its end. */
  private String step(JsonNode task) {
    var allowed = allowed(task);
    if (allowed.contains("start") && random.nextInt(3) == 0) {
      return "start";
    }
    return allowed.contains("waive") && random.nextInt(12) == 0 ? "waive" : "complete";
  }

  private List<JsonNode> tasks(KnownCases.One one) throws InterruptedException {
    var plan = api.get("lead1", "/api/cases/" + one.id() + "/tasks");
    var tasks = plan.body().path("tasks").valueStream().toList();
    if (tasks.isEmpty()) {
      ledger.count("plan not there yet");
    }
    return tasks;
  }

  private boolean act(JsonNode task, String action) throws InterruptedException {
    Map<String, Object> body = new HashMap<>(RequestBodies.task(action));
    body.put("action", action);
    body.put("version", task.path("version").asLong());
    var path = "/api/tasks/" + task.path("id").asString() + "/transitions";
    var answer = api.post("lead1", path, body, null);
    ledger.acted("task " + action, answer);
    return answer.isGood();
  }

  private static List<String> allowed(JsonNode task) {
    return task.path("allowedActions")
        .valueStream()
        .filter(it -> it.path("allowed").asBoolean())
        .map(it -> it.path("action").asString("").toLowerCase(Locale.ROOT))
        .filter(ACTIONS::contains)
        .toList();
  }

  private static boolean isReady(JsonNode task) {
    return allowed(task).contains("complete");
  }

  private static boolean isMandatory(JsonNode task) {
    return task.path("mandatory").asBoolean();
  }

  private static boolean isSettled(JsonNode task) {
    return SETTLED.contains(task.path("status").asString(""));
  }
}
