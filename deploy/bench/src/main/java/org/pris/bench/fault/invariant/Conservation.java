package org.pris.bench.fault.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;
import org.pris.bench.fault.observation.StoredState;

/**
 * What was accepted is there, once: the ids answered 201 are the declarations, and these are the
 * cases; references are all different; nothing is a dead letter, waits to be published, or is stuck
 * in the middle of a merge.
 */
final class Conservation {

  private final Evidence evidence;

  private final List<Violation> found = new ArrayList<>();

  private Conservation(Evidence evidence) {
    this.evidence = evidence;
  }

  static List<Violation> check(Evidence evidence) {
    var check = new Conservation(evidence);
    check.sameIds();
    check.references("declaration", evidence.stored().declarations());
    check.references("case", evidence.stored().cases());
    check.nothingLeft();
    return check.found;
  }

  private void sameIds() {
    var stored = evidence.stored();
    var answered = evidence.ledger().declared().keySet();
    var declarations = ids(stored.declarations());
    var cases = ids(stored.cases());
    missing(answered, declarations, "was answered 201 and is no declaration");
    missing(declarations, answered, "is a declaration that nobody was answered");
    missing(declarations, cases, "is a declaration without a case");
    missing(cases, declarations, "is a case that nobody declared");
    evidence.ledger().contradictions().forEach(it -> violated("idempotency", it));
    for (var it : stored.declarations()) {
      var answer = evidence.ledger().declared().get(StoredState.id(it));
      if (answer != null && !answer.equals(it.getString("reference"))) {
        violated(
            StoredState.id(it), "was answered as " + answer + ", is " + it.getString("reference"));
      }
    }
  }

  private static Set<String> ids(List<Document> all) {
    return all.stream().map(StoredState::id).collect(Collectors.toSet());
  }

  private void missing(Set<String> these, Set<String> in, String so) {
    var missing = new TreeSet<>(these);
    missing.removeAll(in);
    missing.forEach(it -> violated(it, so));
  }

  private void references(String what, List<Document> all) {
    Map<String, String> byReference = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (var it : all) {
      var reference = it.getString("reference");
      var other = byReference.putIfAbsent(reference, StoredState.id(it));
      if (other != null && seen.add(reference)) {
        violated(StoredState.id(it), what + " has the reference " + reference + " of " + other);
      }
    }
  }

  private void nothingLeft() {
    evidence
        .published()
        .deadLetters()
        .forEach((topic, count) -> {
          if (count != 0) {
            violated(topic, count + " dead letters that nobody decided of");
          }
        });
    evidence
        .stored()
        .pending()
        .forEach((where, count) -> {
          if (count > 0) {
            violated(where, count + " documents have something still to be published");
          }
        });
    for (var it : evidence.stored().cases()) {
      if (StoredState.part(it, "course").get("merging") != null) {
        violated(StoredState.id(it), "is stuck in the middle of a merge");
      }
    }
  }

  private void violated(String about, String seen) {
    found.add(new Violation(Invariant.CONSERVATION, about, seen));
  }
}
