package org.pris.bench.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a service keeps of another is what a recount gives: task progress in triage, the case in
 * intake and remediation, who may see it everywhere; a plan for every case, each playbook's task
 * once; no case monitored without the tasks of its engagement, unless that was waived; no circle of
 * merges.
 */
final class Projections {

  private final Evidence evidence;

  private final Map<String, Document> cases;

  private final Map<String, Document> plans;

  private final List<Violation> found = new ArrayList<>();

  private Projections(Evidence evidence) {
    this.evidence = evidence;
    cases = byId(evidence.stored().cases());
    plans = byId(evidence.stored().plans());
  }

  static List<Violation> check(Evidence evidence) {
    var check = new Projections(evidence);
    check.evidence.stored().declarations().forEach(check::status);
    check.cases.values().forEach(check::progress);
    check.cases.values().forEach(check::noCircle);
    check.plans.values().forEach(check::tasksOnce);
    check.evidence.stored().access().forEach(check::access);
    check.evidence.published().monitored().forEach(check::laidOut);
    return check.found;
  }

  private static Map<String, Document> byId(List<Document> all) {
    return all.stream().collect(Collectors.toMap(Stored::id, Function.identity(), (one, _) -> one));
  }

  /** intake's copy. */
  private void status(Document declaration) {
    var theCase = cases.get(Stored.id(declaration));
    if (theCase != null) {
      var copy = Stored.part(declaration, "theCase");
      same(theCase, "intake", "revision", Stored.revision(theCase), Stored.revision(copy));
      var course = Stored.part(theCase, "course");
      same(theCase, "intake", "status", course.get("status"), copy.get("status"));
      same(theCase, "intake", "mergedInto", course.get("mergedInto"), copy.get("mergedInto"));
      same(theCase, "intake", "access", theCase.get("access"), copy.get("access"));
    }
  }

  /** The rows of a service that keeps a collection of them. */
  private void access(String service, List<Document> rows) {
    var byId = byId(rows);
    for (var theCase : cases.values()) {
      var row = byId.remove(Stored.id(theCase));
      if (row == null) {
        violated(Stored.id(theCase), service + " has no access row");
      } else {
        same(theCase, service, "revision", Stored.revision(theCase), Stored.revision(row));
        same(theCase, service, "access", theCase.get("access"), row.get("access"));
      }
    }
    byId.keySet().forEach(it -> violated(it, service + " has an access row of no case"));
  }

  /** triage's copy, counted again from the plan. */
  private void progress(Document theCase) {
    var id = Stored.id(theCase);
    var plan = plans.get(id);
    if (plan == null) {
      violated(id, "has no plan");
      return;
    }
    var known = Stored.part(theCase, "tasks");
    same(theCase, "triage", "plan revision", Stored.revision(plan), Stored.revision(known));
    same(theCase, "triage", "progress", counted(plan), told(known));
    var copy = Stored.part(plan, "theCase");
    same(theCase, "remediation", "revision", Stored.revision(theCase), Stored.revision(copy));
  }

  private static Map<String, Long> counted(Document plan) {
    Map<String, Long> counts = new TreeMap<>();
    for (var task : Stored.parts(plan, "tasks")) {
      var instructions = Stored.part(task, "instructions");
      var phase = instructions.getString("phase");
      var settled = Set.of("DONE", "WAIVED").contains(task.getString("status"));
      var mandatory = "MANDATORY".equals(instructions.getString("priority"));
      counts.merge(phase + " total", 1L, Long::sum);
      counts.merge(phase + " done", settled ? 1L : 0L, Long::sum);
      counts.merge(phase + " open", mandatory && !settled ? 1L : 0L, Long::sum);
      counts.merge("open", mandatory && !settled ? 1L : 0L, Long::sum);
    }
    return counts;
  }

  private static Map<String, Long> told(Document progress) {
    Map<String, Long> counts = new TreeMap<>();
    for (var it : Stored.parts(progress, "phases")) {
      var phase = it.getString("phase");
      counts.put(phase + " total", Stored.number(it, "total"));
      counts.put(phase + " done", Stored.number(it, "done"));
      counts.put(phase + " open", Stored.number(it, "openMandatory"));
    }
    if (!counts.isEmpty()) {
      counts.put("open", Stored.number(progress, "openMandatory"));
    }
    return counts;
  }

  private void tasksOnce(Document plan) {
    var id = Stored.id(plan);
    if (!cases.containsKey(id)) {
      violated(id, "is a plan of no case");
    }
    Map<String, Set<String>> ids = new HashMap<>();
    for (var task : Stored.parts(plan, "tasks")) {
      var key = task.get("playbook") + "/" + task.get("key");
      var isNew = ids.computeIfAbsent("id", _ -> new HashSet<>()).add(Stored.id(task));
      var ofPlaybook = task.get("key") != null;
      if (!isNew || (ofPlaybook && !ids.computeIfAbsent("key", _ -> new HashSet<>()).add(key))) {
        violated(id, "its plan holds the task " + key + " twice");
      }
    }
    var engagement = Stored.number(Stored.part(plan, "theCase"), "engagement");
    if (engagement > 0 && engagements(plan).isEmpty()) {
      violated(id, "was engaged and no playbook was laid out");
    }
  }

  private static Set<Long> engagements(Document plan) {
    return Stored.parts(plan, "layings").stream()
        .map(it -> Stored.number(it, "engagement"))
        .filter(it -> it > 0)
        .collect(Collectors.toSet());
  }

  private void laidOut(Published.Monitored it) {
    var plan = plans.get(it.theCase());
    if (!it.waived() && (plan == null || !engagements(plan).contains((long) it.engagement()))) {
      violated(
          it.theCase(), "was monitored, and engagement " + it.engagement() + " was never laid out");
    }
  }

  private void noCircle(Document theCase) {
    Set<String> passed = new HashSet<>();
    @Nullable Document at = theCase;
    while (at != null) {
      if (!passed.add(Stored.id(at))) {
        violated(Stored.id(theCase), "its merges go in a circle: " + passed);
        return;
      }
      var next = Stored.part(at, "course").get("mergedInto");
      at = next == null ? null : cases.get(next.toString());
      if (next != null && at == null) {
        violated(Stored.id(theCase), "was merged into " + next + ", which is no case");
      }
    }
  }

  private void same(
      Document theCase, String where, String what, @Nullable Object is, @Nullable Object known) {
    if (!Objects.equals(Plain.of(is), Plain.of(known))) {
      violated(
          Stored.id(theCase),
          "%s knows %s as %s, and it is %s".formatted(where, what, Plain.of(known), Plain.of(is)));
    }
  }

  private void violated(String about, String seen) {
    found.add(new Violation(Invariant.PROJECTIONS, about, seen));
  }
}
