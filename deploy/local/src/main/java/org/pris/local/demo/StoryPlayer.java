package org.pris.local.demo;

import java.util.Set;
import org.pris.local.demo.Story.Step;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Plays one story through the public API: a step is a call, or a few. */
public final class StoryPlayer {

  private final Api api;

  private final StoryProgress played;

  private final RelativeTimes moments;

  private final Story story;

  private final Retry patience;

  public StoryPlayer(Api api, StoryProgress played, Story story) {
    this.api = api;
    this.played = played;
    this.moments = new RelativeTimes(played.began());
    this.story = story;
    this.patience = new Retry(story);
  }

  /** From where an earlier play ended. */
  public void play() {
    for (var i = played.steps(story); i < story.steps().size(); i++) {
      play(story.steps().get(i), story.key() + "-" + i);
      played.steps(story, i + 1);
    }
  }

  private void play(Step step, String key) {
    var body = moments.in(step.body());
    switch (step.verb()) {
      case "declare" -> begun(create(step, "/api/declarations", body, key), step);
      case "open" -> begun(create(step, "/api/cases", body, key), step);
      case "complement" -> {
        var declaration = "/api/declarations/" + theCase();
        body.put("version", read(step, declaration).path("version").asLong());
        create(step, declaration + "/complements", body, key);
      }
      case "note" -> create(step, path("/timeline"), body, key);
      case "care", "assignees", "affected", "access", "deadlines" ->
          command(step, path("/" + step.verb()), body);
      case "settle" -> settle(step, body);
      case "task" -> task(step, body);
      case "finish" -> finish(step, body);
      case "merge" ->
          command(
              step,
              path("/transitions"),
              body.put("action", "merge").put("into", played.caseOf(body.path("into").asString())));
      default -> command(step, path("/transitions"), body.put("action", step.verb()));
    }
  }

  private String theCase() {
    return played.caseOf(story.key());
  }

  private String path(String rest) {
    return "/api/cases/" + theCase() + rest;
  }

  /** The case has the id of its declaration, and is there when triage has heard of it. */
  private void begun(Answer created, Step step) {
    played.caseOf(story, created.body().path("id").asString());
    patience.insist(step, () -> api.get("responder1", path("")));
  }

  private Answer create(Step step, String path, JsonNode body, String key) {
    return patience.insist(step, () -> api.post(step.by(), path, body, "demo-" + key));
  }

  private JsonNode read(Step step, String path) {
    return patience.insist(step, () -> api.get(step.by(), path)).body();
  }

  /** With the version that the case has at that moment. */
  private void command(Step step, String path, ObjectNode body) {
    patience.insist(
        step,
        () -> {
          var found = api.get(step.by(), path(""));
          body.put("version", found.body().path("version").asLong());
          return found.isGood() ? api.post(step.by(), path, body, null) : found;
        });
  }

  /** Every legal clock that still runs, in the same way. */
  private void settle(Step step, ObjectNode body) {
    for (var clock : read(step, path("")).path("deadlines")) {
      var status = clock.path("status").asString();
      var open = Set.of("TO_ASSESS", "RUNNING", "MISSED").contains(status);
      if (open && clock.path("kind").asString().equals("LEGAL")) {
        var one = body.deepCopy();
        one.put("establishment", clock.path("establishment").asString());
        one.put("regime", clock.path("regime").asString());
        command(step, path("/deadlines"), one);
      }
    }
  }

  /** Found by its key, which only responders see. */
  private void task(Step step, ObjectNode body) {
    var key = body.remove("key").asString();
    patience.insist(
        step,
        () -> {
          var tasks = api.get("responder1", path("/tasks"));
          for (var task : tasks.body().path("tasks")) {
            if (task.path("key").asString("").equals(key)) {
              return change(step, task, body);
            }
          }
          return new Answer(404, tasks.body());
        });
  }

  private Answer change(Step step, JsonNode task, ObjectNode body) {
    body.put("version", task.path("version").asLong());
    var path = "/api/tasks/" + task.path("id").asString();
    return api.post(
        step.by(), path + (body.has("action") ? "/transitions" : "/assignees"), body, null);
  }

  /** Completes what is mandatory in the named phases, in an order that their gates allow. */
  private void finish(Step step, ObjectNode body) {
    var done = true;
    while (done) {
      done = false;
      for (var task : read(step, path("/tasks")).path("tasks")) {
        if (isToFinish(task, body) && isAllowed(task)) {
          var complete = body.objectNode().put("action", "complete");
          complete.put("note", body.path("note").asString("Fait, vérifié."));
          done |= change(step, task, complete).isGood();
        }
      }
    }
  }

  private static boolean isToFinish(JsonNode task, JsonNode body) {
    var phases = body.path("phases");
    var named = phases.isMissingNode();
    for (var phase : phases) {
      named |= phase.asString().equals(task.path("phase").asString());
    }
    var open = Set.of("TO_DO", "IN_PROGRESS", "BLOCKED").contains(task.path("status").asString());
    return named && open && task.path("mandatory").asBoolean();
  }

  private static boolean isAllowed(JsonNode task) {
    for (var action : task.path("allowedActions")) {
      if (action.path("action").asString().equalsIgnoreCase("complete")) {
        return action.path("allowed").asBoolean();
      }
    }
    return false;
  }
}
