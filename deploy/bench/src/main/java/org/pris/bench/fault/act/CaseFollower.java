package org.pris.bench.fault.act;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.pris.local.demo.Answer;
import tools.jackson.databind.JsonNode;

/** Somebody who follows a few cases to their end, step after step, now and then astray. */
final class CaseFollower {

  private static final int A_FEW = 4;

  /** What leads a case on; of the rest one step in so many. */
  private static final Set<String> ONWARD =
      Set.of(
          "take",
          "resume",
          "qualify",
          "engage",
          "advise",
          "escalate",
          "monitor",
          "report",
          "close");

  private static final int ASTRAY = 12;

  /** Steps in a row that came to nothing: then there are others to look after. */
  private static final int VAIN = 8;

  private static final int LONGEST_REST = 15;

  /** A case, and from when on the next step is worth a try. */
  private record Followed(KnownCases.One one, Instant from, int vain) {}

  private final CaseActs cases;

  private final TaskActs tasks;

  private final KnownCases known;

  private final RandomGenerator random;

  private final InstantSource clock;

  /** Who was looked after last is last. */
  private final Queue<Followed> mine = new ArrayDeque<>();

  CaseFollower(
      CaseActs cases,
      TaskActs tasks,
      KnownCases known,
      RandomGenerator random,
      InstantSource clock) {
    this.cases = cases;
    this.tasks = tasks;
    this.known = known;
    this.random = random;
    this.clock = clock;
  }

  /** One step with one of them; false where none is worth a try yet. */
  boolean step() throws InterruptedException {
    takeOn();
    var now = clock.instant();
    var due = mine.stream().filter(it -> !it.from().isAfter(now)).findFirst();
    if (due.isEmpty()) {
      return false;
    }
    var it = due.get();
    mine.remove(it);
    var theCase = cases.read(it.one());
    var onward = named(theCase.body());
    var hasEnded = theCase.isGood() && onward.isEmpty();
    var went = hasEnded ? opensAgain(it.one(), theCase.body()) : goesOn(it.one(), theCase, onward);
    if (went) {
      mine.add(new Followed(it.one(), now, 0));
    } else if (hasEnded) {
      known.letGo(it.one());
    } else {
      rest(it);
    }
    return true;
  }

  private void takeOn() {
    var one = mine.size() < A_FEW ? known.follow(random) : null;
    if (one != null) {
      mine.add(new Followed(one, Instant.EPOCH, 0));
    }
  }

  /** Longer each time: what one service has said, the others may hear a minute later. */
  private void rest(Followed it) {
    var vain = it.vain() + 1;
    if (vain > VAIN) {
      known.letGo(it.one());
    } else {
      var rest = Math.min(LONGEST_REST, 1L << vain);
      mine.add(new Followed(it.one(), clock.instant().plusSeconds(rest), vain));
    }
  }

  /** What would lead it on, whether or not it is allowed now; none once the case has ended. */
  private static List<JsonNode> named(JsonNode theCase) {
    return theCase
        .path("allowedActions")
        .valueStream()
        .filter(it -> ONWARD.contains(it.path("action").asString("")))
        .toList();
  }

  private boolean goesOn(KnownCases.One one, Answer read, List<JsonNode> onward)
      throws InterruptedException {
    if (!read.isGood()) {
      return false;
    }
    var theCase = read.body();
    var offered = CaseActs.offered(theCase);
    var astray = !offered.isEmpty() && random.nextInt(ASTRAY) == 0;
    if (astray && cases.move(one, theCase, drawn(offered))) {
      return true;
    }
    var wanted = drawn(onward);
    return wanted.path("allowed").asBoolean()
        ? cases.move(one, theCase, wanted)
        : clears(one, theCase, wanted);
  }

  /** What keeps a case from going on. */
  private boolean clears(KnownCases.One one, JsonNode theCase, JsonNode wanted)
      throws InterruptedException {
    var reasons =
        wanted
            .path("reasons")
            .valueStream()
            .map(it -> it.path("code").asString(""))
            .collect(Collectors.toSet());
    if (reasons.contains("LEGAL_DEADLINE_OPEN")) {
      return cases.settle(one, theCase);
    }
    if (reasons.contains("CARE_STILL_DEGRADED")) { // lifted, or waived
      return random.nextBoolean() ? cases.restore(one, theCase) : cases.move(one, theCase, wanted);
    }
    return reasons.contains("MANDATORY_TASKS_OPEN") && tasks.goOn(one);
  }

  /** A third of those that have ended. */
  private boolean opensAgain(KnownCases.One one, JsonNode theCase) throws InterruptedException {
    var offered = CaseActs.offered(theCase);
    return !offered.isEmpty() && random.nextInt(3) == 0 && cases.move(one, theCase, drawn(offered));
  }

  private JsonNode drawn(List<JsonNode> some) {
    return some.get(random.nextInt(some.size()));
  }
}
