package org.pris.bench.fault.act;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.pris.bench.fault.observation.AcceptedWrites;
import org.pris.local.demo.Answer;
import tools.jackson.databind.JsonNode;

/** What people do with one case, through the API; true where it was done. */
final class CaseActs {

  private static final List<String> OPEN_CLOCK = List.of("TO_ASSESS", "RUNNING", "MISSED");

  private final Api api;

  private final AcceptedWrites ledger;

  private final KnownCases known;

  private final RandomGenerator random;

  CaseActs(Api api, AcceptedWrites ledger, KnownCases known, RandomGenerator random) {
    this.api = api;
    this.ledger = ledger;
    this.known = known;
    this.random = random;
  }

  /** The case as a lead sees it, who may do the most. */
  Answer read(KnownCases.One one) throws InterruptedException {
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
  boolean move(KnownCases.One one, JsonNode theCase, JsonNode offered) throws InterruptedException {
    var action = offered.path("action").asString("");
    var other = action.equals("merge") ? known.other(one, random) : null;
    var more = RequestBodies.transition(offered, other, random);
    if (more == null) {
      return false;
    }
    Map<String, Object> body = new HashMap<>(more);
    body.put("action", action);
    var answer = command(one, "/transitions", theCase, body);
    ledger.acted(action, answer);
    if (action.equals("engage") && answer.body().path("engagement").asInt(0) > 1) {
      ledger.count(RequiredActs.AGAIN);
    }
    return answer.isGood();
  }

  /** Each legal clock that is open, as none may be when a case is closed. */
  boolean settle(KnownCases.One one, JsonNode theCase) throws InterruptedException {
    var latest = theCase;
    var settled = false;
    for (var clock : theCase.path("deadlines")) {
      var isOpen = OPEN_CLOCK.contains(clock.path("status").asString(""));
      if (isOpen && clock.path("kind").asString("").equals("LEGAL")) {
        var answer = command(one, "/deadlines", latest, RequestBodies.deadline(clock, random));
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
  boolean restore(KnownCases.One one, JsonNode theCase) throws InterruptedException {
    var answer =
        command(
            one, "/care", theCase, Map.of("careMode", "NORMAL", "reason", "Les soins ont repris"));
    ledger.acted("care", answer);
    return answer.isGood();
  }

  void note(KnownCases.One one) throws InterruptedException {
    var key = new UUID(random.nextLong(), random.nextLong()).toString();
    var answer = api.post("responder1", path(one) + "/timeline", RequestBodies.note(random), key);
    if (answer.isGood()) {
      ledger.noted(one.id(), answer.body().path("eventId").asString());
    }
    ledger.acted("note", answer);
  }

  private Answer command(KnownCases.One one, String path, JsonNode onto, Map<String, Object> more)
      throws InterruptedException {
    Map<String, Object> body = new HashMap<>(more);
    body.put("version", onto.path("version").asLong());
    return api.post("lead1", path(one) + path, body, null);
  }

  private static String path(KnownCases.One one) {
    return "/api/cases/" + one.id();
  }
}
