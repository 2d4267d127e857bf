package org.pris.bench.fault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.pris.local.Answer;
import tools.jackson.databind.JsonNode;

/** What people do with one case, through the API; true where it was done. */
final class CaseActs {

  private static final List<String> OPEN_CLOCK = List.of("TO_ASSESS", "RUNNING", "MISSED");

  private final Api api;

  private final Ledger ledger;

  private final Known known;

  private final RandomGenerator random;

  CaseActs(Api api, Ledger ledger, Known known, RandomGenerator random) {
    this.api = api;
    this.ledger = ledger;
    this.known = known;
    this.random = random;
  }

  /** The case as a lead sees it, who may do the most. */
  Answer read(Known.One one) throws InterruptedException {
    var answer = api.get("lead1", path(one));
    if (!answer.isGood()) {
      ledger.count("case not there yet");
    }
    return answer;
  }

  /** What a lead may do now, if need be with a waiver. */
  static List<JsonNode> offered(JsonNode theCase) {
    return theCase
        .path("allowedActions")
        .valueStream()
        .filter(it -> it.path("allowed").asBoolean() || it.path("waivable").asBoolean())
        .toList();
  }

  /** One of its transitions, as the case offers it. */
  boolean move(Known.One one, JsonNode theCase, JsonNode offered) throws InterruptedException {
    var action = offered.path("action").asString("");
    var other = action.equals("merge") ? known.other(one, random) : null;
    var more = Bodies.transition(offered, other, random);
    if (more == null) {
      return false;
    }
    Map<String, Object> body = new HashMap<>(more);
    body.put("action", action);
    var answer = command(one, "/transitions", theCase, body);
    ledger.acted(action, answer);
    if (action.equals("engage") && answer.body().path("engagement").asInt(0) > 1) {
      ledger.count(Kinds.AGAIN);
    }
    return answer.isGood();
  }

  /** Each legal clock that is open, as none may be when a case is closed. */
  boolean settle(Known.One one, JsonNode theCase) throws InterruptedException {
    var latest = theCase;
    var settled = false;
    for (var clock : theCase.path("deadlines")) {
      var isOpen = OPEN_CLOCK.contains(clock.path("status").asString(""));
      if (isOpen && clock.path("kind").asString("").equals("LEGAL")) {
        var answer = command(one, "/deadlines", latest, Bodies.deadline(clock, random));
        ledger.acted("deadline", answer);
        if (!answer.isGood()) {
          return false;
        }
        latest = answer.body();
        settled = true;
      }
    }
    return settled;
  }

  /** Care goes on as ever. */
  boolean restore(Known.One one, JsonNode theCase) throws InterruptedException {
    var answer = command(one, "/care", theCase, Map.of("careMode", "NORMAL"));
    ledger.acted("care", answer);
    return answer.isGood();
  }

  void note(Known.One one) throws InterruptedException {
    var key = new UUID(random.nextLong(), random.nextLong()).toString();
    var answer = api.post("responder1", path(one) + "/timeline", Bodies.note(random), key);
    if (answer.isGood()) {
      ledger.noted(one.id(), answer.body().path("eventId").asString());
    }
    ledger.acted("note", answer);
  }

  private Answer command(Known.One one, String path, JsonNode onto, Map<String, Object> more)
      throws InterruptedException {
    Map<String, Object> body = new HashMap<>(more);
    body.put("version", onto.path("version").asLong());
    return api.post("lead1", path(one) + path, body, null);
  }

  private static String path(Known.One one) {
    return "/api/cases/" + one.id();
  }
}
