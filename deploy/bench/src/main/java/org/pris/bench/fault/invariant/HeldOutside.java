package org.pris.bench.fault.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;
import org.pris.bench.fault.observation.ChainLink;
import org.pris.bench.fault.observation.PublishedEvent;
import org.pris.bench.fault.observation.PublishedEvents;
import org.pris.bench.fault.observation.ReceivedDeliveries;
import org.pris.bench.fault.observation.StoredState;

/**
 * What the endpoints accepted of anchors is what timeline knows to be held outside, each delivery
 * once, told by one event; and each head that is held is the chain's own.
 */
final class HeldOutside {

  private final Evidence evidence;

  private final List<Violation> found = new ArrayList<>();

  private HeldOutside(Evidence evidence) {
    this.evidence = evidence;
  }

  static List<Violation> check(Evidence evidence) {
    var check = new HeldOutside(evidence);
    check.accepted();
    check.published();
    evidence.stored().receipts().forEach(check::chained);
    return check.found;
  }

  /** By case and head: who knows a receipt does not know the delivery that it is of. */
  private void accepted() {
    Map<String, Set<String>> accepted = new TreeMap<>();
    evidence.receipts().stream()
        .filter(it -> it.type().startsWith("timeline.anchored."))
        .filter(ReceivedDeliveries.Attempt::accepted)
        .forEach(it ->
            accepted
                .computeIfAbsent(it.theCase() + " " + it.head(), _ -> new TreeSet<>())
                .add(it.endpoint() + " " + it.id()));
    var known = new HashMap<String, Long>();
    evidence
        .stored()
        .receipts()
        .forEach(it -> known.merge(it.get("caseId") + " " + head(it), 1L, Long::sum));
    accepted.forEach((head, deliveries) -> {
      var times = known.remove(head);
      if (times == null || times != deliveries.size()) {
        violated(
            caseOf(head),
            "entry %s was accepted %d times, and %d times timeline knows of it"
                .formatted(headOf(head), deliveries.size(), times == null ? 0 : times));
      }
    });
    new TreeSet<>(known.keySet())
        .forEach(it ->
            violated(
                caseOf(it), "entry %s is held by nobody who accepted it".formatted(headOf(it))));
  }

  private void published() {
    var told =
        evidence.published().distinct().stream()
            .filter(it -> it.topic().equals(PublishedEvents.NOTIFICATIONS))
            .collect(Collectors.toMap(PublishedEvent::id, PublishedEvent::key));
    for (var it : evidence.stored().receipts()) {
      if (told.remove(StoredState.id(it)) == null) {
        violated(
            String.valueOf(it.get("caseId")), "receipt " + StoredState.id(it) + " was not told");
      }
    }
    told.forEach((id, key) -> violated(key, "receipt " + id + " was told and is not kept"));
  }

  private void chained(Document receipt) {
    var id = String.valueOf(receipt.get("caseId"));
    var chain = evidence.stored().chains().getOrDefault(id, List.of());
    if (chain.stream().map(HeldOutside::head).noneMatch(head(receipt)::equals)) {
      violated(id, "entry %s is held outside and is not the chain's".formatted(head(receipt)));
    }
  }

  private static String head(ChainLink link) {
    return link.seq() + " " + link.hash();
  }

  private static String head(Document receipt) {
    return StoredState.number(receipt, "seq") + " " + receipt.getString("hash");
  }

  private static String caseOf(String head) {
    return head.substring(0, head.indexOf(' '));
  }

  private static String headOf(String head) {
    return head.substring(head.indexOf(' ') + 1);
  }

  private void violated(String about, String seen) {
    found.add(new Violation(Invariant.HELD_OUTSIDE, about, seen));
  }
}
