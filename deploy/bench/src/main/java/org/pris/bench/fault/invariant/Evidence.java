package org.pris.bench.fault.invariant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pris.bench.fault.observation.AcceptedWrites;
import org.pris.bench.fault.observation.PublishedEvents;
import org.pris.bench.fault.observation.ReceivedDeliveries;
import org.pris.bench.fault.observation.StoredState;

/** All that can be seen from outside, once all has come to rest. */
public record Evidence(
    AcceptedWrites ledger,
    PublishedEvents published,
    StoredState stored,
    List<ReceivedDeliveries.Attempt> receipts) {

  /** How much there was to check. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("answered 201", ledger.answered());
    counts.put("declarations", (long) stored.declarations().size());
    counts.put("cases", (long) stored.cases().size());
    counts.put("plans", (long) stored.plans().size());
    counts.put("notes acknowledged", (long) ledger.notes().size());
    counts.put("timeline entries", stored.chains().values().stream().mapToLong(List::size).sum());
    published.byTopic().forEach((topic, count) -> counts.put("records on " + topic, count));
    counts.put("of these published again", published.repeats());
    counts.put("heads held outside", (long) stored.receipts().size());
    counts.put("webhook attempts received", (long) receipts.size());
    counts.put(
        "of these repeats",
        receipts.size() - receipts.stream().map(ReceivedDeliveries.Attempt::id).distinct().count());
    return counts;
  }

  /** Every violation of the six invariants; empty is what is hoped for. */
  public List<Violation> violations() {
    return Stream.of(
            Conservation.check(this),
            LogEqualsState.check(this),
            Projections.check(this),
            Chains.check(this),
            Deliveries.check(this),
            HeldOutside.check(this))
        .flatMap(List::stream)
        .toList();
  }
}
