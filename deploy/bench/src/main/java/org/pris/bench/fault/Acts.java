package org.pris.bench.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.pris.local.Answer;
import tools.jackson.databind.JsonNode;

/** What people do with the cases there are, one act at a time, through the API. */
final class Acts {

  /** The sites, and who declares for each. */
  static final Map<String, String> DECLARANTS =
      Map.of("990000010", "declarant1", "990000028", "declarant2", "990101016", "declarant3");

  /** What each round of work prefers: a case on hold does not become everybody's end. */
  private static final List<String> RARE =
      List.of("hold", "reject", "disengage", "reopen", "unmerge");

  private final Client client;

  private final Ledger ledger;

  private final Known known;

  private final RandomGenerator random;

  Acts(Client client, Ledger ledger, Known known, RandomGenerator random) {
    this.client = client;
    this.ledger = ledger;
    this.known = known;
    this.random = random;
  }

  void declare(int number) throws InterruptedException {
    var sites = DECLARANTS.keySet().stream().sorted().toList();
    var site = sites.get(random.nextInt(sites.size()));
    var declarant = String.valueOf(DECLARANTS.get(site));
    var key = new UUID(random.nextLong(), random.nextLong()).toString();
    var body = Bodies.declaration(site, number, random);
    var answer = client.post(declarant, "/api/declarations", body, key);
    if (answer.status() == 201) {
      keep(key, answer.body(), site);
      if (random.nextInt(20) == 0) { // a client that has lost its answer
        var again = client.post(declarant, "/api/declarations", body, key);
        if (again.status() == 201) {
          keep(key, again.body(), site);
        }
      }
    } else {
      ledger.count("declaration refused with " + answer.status());
    }
  }

  private void keep(String key, JsonNode declaration, String site) {
    var id = declaration.path("id").asString();
    ledger.declared(key, id, declaration.path("reference").asString());
    known.add(id, site);
  }

  /** One of the other acts, on one of the cases. */
  void work() throws InterruptedException {
    var one = known.any(random);
    if (one == null) {
      return;
    }
    switch (random.nextInt(10)) {
      case 0, 1, 2, 3, 4 -> move(one);
      case 5, 6 -> task(one);
      case 7, 8 -> note(one);
      default -> complement(one);
    }
  }

  private void move(Known.One one) throws InterruptedException {
    var theCase = client.get("lead1", "/api/cases/" + one.id());
    if (!theCase.isGood()) {
      ledger.count("case not there yet");
      return;
    }
    var actions = new ArrayList<JsonNode>();
    for (var it : theCase.body().path("allowedActions")) {
      var isRare = RARE.contains(it.path("action").asString(""));
      var isOpen = it.path("allowed").asBoolean() || it.path("waivable").asBoolean();
      if (isOpen && (!isRare || random.nextInt(4) == 0)) {
        actions.add(it);
      }
    }
    if (actions.isEmpty()) {
      settle(one, theCase.body());
      return;
    }
    var chosen = actions.get(random.nextInt(actions.size()));
    var action = chosen.path("action").asString("");
    var merged = action.equals("merge") ? known.other(one, random) : null;
    if (action.equals("merge") && random.nextInt(3) > 0) {
      return;
    }
    var more = Bodies.transition(action, !chosen.path("allowed").asBoolean(), merged, random);
    if (more != null) {
      command("lead1", "/api/cases/" + one.id() + "/transitions", action, theCase.body(), more);
    }
  }

  /** What keeps a case from being closed. */
  private void settle(Known.One one, JsonNode theCase) throws InterruptedException {
    for (var clock : theCase.path("deadlines")) {
      if (clock.path("status").asString("").equals("TO_ASSESS")) {
        Map<String, Object> body = new HashMap<>();
        body.put("version", theCase.path("version").asLong());
        body.put("establishment", clock.path("establishment").asString(""));
        body.put("regime", clock.path("regime").asString(""));
        body.put("status", "NOT_APPLICABLE");
        body.put("reason", "Essai");
        count(
            "deadline", client.post("lead1", "/api/cases/" + one.id() + "/deadlines", body, null));
        return;
      }
    }
  }

  private void command(
      String as, String path, String action, JsonNode onto, Map<String, Object> more)
      throws InterruptedException {
    Map<String, Object> body = new HashMap<>(more);
    body.put("action", action);
    body.put("version", onto.path("version").asLong());
    count(action, client.post(as, path, body, null));
  }

  private void task(Known.One one) throws InterruptedException {
    var plan = client.get("lead1", "/api/cases/" + one.id() + "/tasks");
    var tasks = plan.body().path("tasks").valueStream().toList();
    if (tasks.isEmpty()) {
      ledger.count("plan not there yet");
      return;
    }
    var task = tasks.get(random.nextInt(tasks.size()));
    var allowed =
        task.path("allowedActions")
            .valueStream()
            .filter(it -> it.path("allowed").asBoolean())
            .map(it -> it.path("action").asString("").toLowerCase(java.util.Locale.ROOT))
            .filter(it -> List.of("start", "complete", "block", "waive", "reopen").contains(it))
            .toList();
    if (!allowed.isEmpty()) {
      var action = allowed.get(random.nextInt(allowed.size()));
      var path = "/api/tasks/" + task.path("id").asString() + "/transitions";
      command("lead1", path, action, task, Bodies.task(action));
    }
  }

  private void note(Known.One one) throws InterruptedException {
    var key = new UUID(random.nextLong(), random.nextLong()).toString();
    var path = "/api/cases/" + one.id() + "/timeline";
    var answer = client.post("responder1", path, Bodies.note(random), key);
    if (answer.isGood()) {
      ledger.noted(one.id(), answer.body().path("eventId").asString());
    }
    count("note", answer);
  }

  private void complement(Known.One one) throws InterruptedException {
    var declarant = String.valueOf(DECLARANTS.get(one.site()));
    var path = "/api/declarations/" + one.id();
    var declaration = client.get(declarant, path);
    if (declaration.isGood()) {
      var key = new UUID(random.nextLong(), random.nextLong()).toString();
      var body = Bodies.complement(declaration.body().path("version").asLong(), random);
      count("complement", client.post(declarant, path + "/complements", body, key));
    }
  }

  private void count(String what, @Nullable Answer answer) {
    var status = answer == null ? 0 : answer.status();
    ledger.count(what + (status >= 200 && status < 300 ? "" : " answered " + status));
  }
}
