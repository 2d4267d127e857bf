package org.pris.bench.fault.act;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.pris.bench.fault.observation.AcceptedWrites;
import tools.jackson.databind.JsonNode;

/** Declarations, and single acts on any of the cases, whoever else is at work on them. */
final class Acts {

  /** The sites, and who declares for each. */
  static final Map<String, String> DECLARANTS =
      Map.of("990000010", "declarant1", "990000028", "declarant2", "990101016", "declarant3");

  /** What each round of work prefers: a case on hold does not become everybody's end. */
  private static final List<String> RARE =
      List.of("hold", "reject", "disengage", "reopen", "unmerge");

  private final Api api;

  private final AcceptedWrites ledger;

  private final KnownCases known;

  private final RandomGenerator random;

  private final CaseActs cases;

  private final TaskActs tasks;

  Acts(Api api, AcceptedWrites ledger, KnownCases known, RandomGenerator random) {
    this.api = api;
    this.ledger = ledger;
    this.known = known;
    this.random = random;
    cases = new CaseActs(api, ledger, known, random);
    tasks = new TaskActs(api, ledger, random);
  }

  /** True where it was accepted. */
  boolean declare(int number) throws InterruptedException {
    var sites = DECLARANTS.keySet().stream().sorted().toList();
    var site = sites.get(random.nextInt(sites.size()));
    var declarant = String.valueOf(DECLARANTS.get(site));
    var key = new UUID(random.nextLong(), random.nextLong()).toString();
    var body = RequestBodies.declaration(site, number, random);
    var answer = api.post(declarant, "/api/declarations", body, key);
    if (answer.status() != 201) {
      ledger.count("declaration refused with " + answer.status());
      return false;
    }
    keep(key, answer.body(), site);
    if (random.nextInt(20) == 0) { // a client that has lost its answer
      var again = api.post(declarant, "/api/declarations", body, key);
      if (again.status() == 201) {
        keep(key, again.body(), site);
      }
    }
    return true;
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
      case 0, 1, 2, 3 -> move(one);
      case 4, 5 -> tasks.any(one);
      case 6, 7 -> cases.note(one);
      default -> complement(one);
    }
  }

  private void move(KnownCases.One one) throws InterruptedException {
    var theCase = cases.read(one);
    var actions =
        CaseActs.offered(theCase.body()).stream()
            .filter(it -> !RARE.contains(it.path("action").asString("")) || random.nextInt(4) == 0)
            .toList();
    if (actions.isEmpty()) {
      return;
    }
    var chosen = actions.get(random.nextInt(actions.size()));
    if (!chosen.path("action").asString("").equals("merge") || random.nextInt(3) == 0) {
      cases.move(one, theCase.body(), chosen);
    }
  }

  private void complement(KnownCases.One one) throws InterruptedException {
    var declarant = String.valueOf(DECLARANTS.get(one.site()));
    var path = "/api/declarations/" + one.id();
    var declaration = api.get(declarant, path);
    if (declaration.isGood()) {
      var key = new UUID(random.nextLong(), random.nextLong()).toString();
      var body = RequestBodies.complement(declaration.body().path("version").asLong(), random);
      ledger.acted("complement", api.post(declarant, path + "/complements", body, key));
    }
  }
}
