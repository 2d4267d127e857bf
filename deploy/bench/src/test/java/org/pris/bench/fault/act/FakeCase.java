package org.pris.bench.fault.act;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pris.local.demo.Answer;
import tools.jackson.databind.json.JsonMapper;

/** One case as the API shows it, with the straight way of its states, its tasks and its clocks. */
final class FakeCase implements Api {

  private static final List<List<String>> WAY =
      List.of(
          List.of("RECEIVED", "take", "IN_TRIAGE"),
          List.of("IN_TRIAGE", "qualify", "QUALIFIED"),
          List.of("QUALIFIED", "engage", "ENGAGED"),
          List.of("ENGAGED", "monitor", "MONITORING"),
          List.of("MONITORING", "report", "REPORTING"),
          List.of("REPORTING", "close", "CLOSED"),
          List.of("CLOSED", "reopen", "IN_TRIAGE"));

  boolean isThere = true;

  final List<String> done = new ArrayList<>();

  private String status = "RECEIVED";

  private long version = 1;

  private int engagement;

  private int openTasks = 5;

  private boolean openClock = true;

  private boolean degraded = true;

  @Override
  public Answer get(String as, String path) {
    if (!isThere) {
      return new Answer(404, Answer.NONE.body());
    }
    return answer(path.endsWith("/tasks") ? Map.of("tasks", tasks()) : shown());
  }

  private List<Map<String, ?>> tasks() {
    var complete = Map.of("action", "COMPLETE", "allowed", true);
    List<Map<String, ?>> tasks = new ArrayList<>();
    for (var i = 0; i < openTasks; i++) {
      var id = Integer.toString(i);
      tasks.add(
          Map.of(
              "id", id, "mandatory", true, "status", "TO_DO", "allowedActions", List.of(complete)));
    }
    return tasks;
  }

  private Map<String, ?> shown() {
    var step = WAY.stream().filter(it -> it.getFirst().equals(status)).findFirst().orElseThrow();
    var reasons = reasons(step.get(1)).stream().map(it -> Map.of("code", it)).toList();
    Map<String, Object> action = new HashMap<>();
    action.put("action", step.get(1));
    action.put("allowed", reasons.isEmpty());
    action.put("waivable", false);
    action.put("reasons", reasons);
    action.put("to", List.of(step.getLast()));
    var clock = openClock ? "RUNNING" : "NOT_APPLICABLE";
    return Map.of(
        "version",
        version,
        "engagement",
        engagement,
        "deadlines",
        List.of(Map.of("kind", "LEGAL", "status", clock, "regime", "GDPR_33")),
        "allowedActions",
        List.of(action));
  }

  private List<String> reasons(String action) {
    List<String> reasons = new ArrayList<>();
    if (List.of("monitor", "close").contains(action) && openTasks > 0) {
      reasons.add("MANDATORY_TASKS_OPEN");
    }
    if (action.equals("report") && degraded) {
      reasons.add("CARE_STILL_DEGRADED");
    }
    if (action.equals("close") && openClock) {
      reasons.add("LEGAL_DEADLINE_OPEN");
    }
    return reasons;
  }

  @Override
  public Answer post(String as, String path, Map<String, ?> body, @Nullable String key) {
    if (path.startsWith("/api/tasks/")) {
      openTasks--;
      done.add("task " + body.get("action"));
      return answer(Map.of());
    }
    if (!Long.valueOf(version).equals(body.get("version"))) {
      return new Answer(409, Answer.NONE.body());
    }
    version++;
    if (path.endsWith("/deadlines")) {
      openClock = false;
    } else if (path.endsWith("/care")) {
      degraded = false;
    } else {
      move(String.valueOf(body.get("action")));
    }
    return answer(shown());
  }

  private void move(String action) {
    done.add(action);
    engagement += action.equals("engage") ? 1 : 0;
    degraded &= !action.equals("report"); // waived
    status =
        WAY.stream().filter(it -> it.get(1).equals(action)).findFirst().orElseThrow().getLast();
  }

  private static Answer answer(Map<String, ?> body) {
    return new Answer(200, JsonMapper.shared().valueToTree(body));
  }
}
