package org.pris.bench.fault.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.pris.bench.fault.observation.PublishedEvents;
import org.pris.bench.fault.observation.StoredState;

/**
 * Every case has its plan, and the plan what was to be laid out: the gestures of its opening, then
 * a playbook for each engagement that triage counts, each with all of its tasks and each task once;
 * and none is monitored without, unless that was waived.
 */
final class PlanCompleteness {

  private final Evidence evidence;

  private final Playbooks playbooks;

  private final Map<String, Document> plans;

  private final List<Violation> found = new ArrayList<>();

  private PlanCompleteness(Evidence evidence, Playbooks playbooks) {
    this.evidence = evidence;
    this.playbooks = playbooks;
    plans =
        evidence.stored().plans().stream()
            .collect(Collectors.toMap(StoredState::id, Function.identity(), (one, _) -> one));
  }

  static List<Violation> check(Evidence evidence, Playbooks playbooks) {
    var check = new PlanCompleteness(evidence, playbooks);
    var cases = evidence.stored().cases().stream().map(StoredState::id).collect(Collectors.toSet());
    evidence.stored().cases().forEach(check::engagements);
    for (var plan : evidence.stored().plans()) {
      if (!cases.contains(StoredState.id(plan))) {
        check.violated(StoredState.id(plan), "is a plan of no case");
      }
      check.tasks(plan);
    }
    evidence.published().monitored().forEach(check::monitored);
    return check.found;
  }

  /** As triage counts them: remediation's own copy would excuse its own omission. */
  private void engagements(Document theCase) {
    var plan = plans.get(StoredState.id(theCase));
    if (plan == null) {
      violated(StoredState.id(theCase), "has no plan");
      return;
    }
    var last = StoredState.number(StoredState.part(theCase, "course"), "engagement");
    var laidOut = PlanProgress.engagements(plan);
    for (var engagement = 0L; engagement <= last; engagement++) {
      if (!laidOut.contains(engagement)) {
        violated(
            StoredState.id(theCase),
            engagement == 0
                ? "was opened and no gestures were laid out"
                : "was engaged and no playbook was laid out for engagement " + engagement);
      }
    }
  }

  private void tasks(Document plan) {
    var id = StoredState.id(plan);
    Set<String> ids = new HashSet<>();
    Map<String, Set<String>> held = new HashMap<>();
    for (var task : StoredState.parts(plan, "tasks")) {
      var playbook = String.valueOf(task.get("playbook"));
      var key = task.getString("key");
      var isNew = ids.add(StoredState.id(task));
      if (key != null) { // else a person wrote it
        isNew &= held.computeIfAbsent(playbook, _ -> new LinkedHashSet<>()).add(key);
      }
      if (!isNew) {
        violated(id, "its plan holds the task " + playbook + "/" + key + " twice");
      }
    }
    var laidOut = new TreeSet<String>();
    StoredState.parts(plan, "layings")
        .forEach(it -> laidOut.add(String.valueOf(it.get("playbook"))));
    for (var playbook : laidOut) {
      whole(id, playbook, held.getOrDefault(playbook, Set.of()));
    }
    held.keySet().removeAll(laidOut);
    held.keySet().forEach(it -> violated(id, "its plan holds tasks of " + it + ", not laid out"));
  }

  private void whole(String id, String playbook, Set<String> held) {
    var types = evidence.published().incidentTypes(id);
    var rightly =
        playbook.equals(Playbooks.FIRST_HOUR)
            ? types.stream().map(playbooks::gestures).toList()
            : List.of(playbooks.tasks(playbook));
    if (!rightly.contains(held)) {
      violated(
          id,
          "its plan holds of %s the tasks %s, and what it lays out is %s"
              .formatted(playbook, held, rightly));
    }
  }

  private void monitored(PublishedEvents.Monitored it) {
    var plan = plans.get(it.theCase());
    if (!it.waived()
        && (plan == null || !PlanProgress.engagements(plan).contains((long) it.engagement()))) {
      violated(
          it.theCase(), "was monitored, and engagement " + it.engagement() + " was never laid out");
    }
  }

  private void violated(String about, String seen) {
    found.add(new Violation(Invariant.PROJECTIONS, about, seen));
  }
}
