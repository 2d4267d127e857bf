package org.pris.bench.fault.invariant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.pris.bench.fault.observation.StoredState;

/**
 * What a service keeps of another is what a recount gives: task progress in triage, the case in
 * intake and remediation, who may see it everywhere; no circle of merges; and the plans, see {@link
 * Layings}.
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
    check.evidence.stored().access().forEach(check::access);
    check.found.addAll(PlanCompleteness.check(evidence, Playbooks.ofTheProject()));
    return check.found;
  }

  private static Map<String, Document> byId(List<Document> all) {
    return all.stream()
        .collect(Collectors.toMap(StoredState::id, Function.identity(), (one, _) -> one));
  }

  /** intake's copy. */
  private void status(Document declaration) {
    var theCase = cases.get(StoredState.id(declaration));
    if (theCase != null) {
      var copy = StoredState.part(declaration, "theCase");
      same(
          theCase, "intake", "revision", StoredState.revision(theCase), StoredState.revision(copy));
      var course = StoredState.part(theCase, "course");
      same(theCase, "intake", "status", course.get("status"), copy.get("status"));
      same(theCase, "intake", "mergedInto", course.get("mergedInto"), copy.get("mergedInto"));
      same(theCase, "intake", "access", theCase.get("access"), copy.get("access"));
    }
  }

  /** The rows of a service that keeps a collection of them. */
  private void access(String service, List<Document> rows) {
    var byId = byId(rows);
    for (var theCase : cases.values()) {
      var row = byId.remove(StoredState.id(theCase));
      if (row == null) {
        violated(StoredState.id(theCase), service + " has no access row");
      } else {
        same(
            theCase, service, "revision", StoredState.revision(theCase), StoredState.revision(row));
        same(theCase, service, "access", theCase.get("access"), row.get("access"));
      }
    }
    byId.keySet().forEach(it -> violated(it, service + " has an access row of no case"));
  }

  /** triage's copy, counted again from the plan. */
  private void progress(Document theCase) {
    var id = StoredState.id(theCase);
    var plan = plans.get(id);
    if (plan == null) {
      return; // which is found where plans are looked at
    }
    var known = StoredState.part(theCase, "tasks");
    same(
        theCase,
        "triage",
        "plan revision",
        StoredState.revision(plan),
        StoredState.revision(known));
    if (StoredState.revision(plan) > 0) { // else nobody was told: it has gestures alone
      same(theCase, "triage", "progress", PlanProgress.counted(plan), PlanProgress.told(known));
    }
    var copy = StoredState.part(plan, "theCase");
    same(
        theCase,
        "remediation",
        "revision",
        StoredState.revision(theCase),
        StoredState.revision(copy));
  }

  private void noCircle(Document theCase) {
    Set<String> passed = new HashSet<>();
    @Nullable Document at = theCase;
    while (at != null) {
      if (!passed.add(StoredState.id(at))) {
        violated(StoredState.id(theCase), "its merges go in a circle: " + passed);
        return;
      }
      var next = StoredState.part(at, "course").get("mergedInto");
      at = next == null ? null : cases.get(next.toString());
      if (next != null && at == null) {
        violated(StoredState.id(theCase), "was merged into " + next + ", which is no case");
      }
    }
  }

  private void same(
      Document theCase, String where, String what, @Nullable Object is, @Nullable Object known) {
    if (!Objects.equals(NormalForm.of(is), NormalForm.of(known))) {
      violated(
          StoredState.id(theCase),
          "%s knows %s as %s, and it is %s"
              .formatted(where, what, NormalForm.of(known), NormalForm.of(is)));
    }
  }

  private void violated(String about, String seen) {
    found.add(new Violation(Invariant.PROJECTIONS, about, seen));
  }
}
