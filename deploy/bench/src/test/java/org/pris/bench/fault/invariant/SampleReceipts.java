package org.pris.bench.fault.invariant;

import java.util.ArrayList;
import java.util.List;
import org.pris.bench.fault.observation.ReceivedDeliveries;

/** What the endpoints of {@link Sample} received. */
final class SampleReceipts {

  private SampleReceipts() {}

  /** The last are of the endpoint that asked for everything. */
  static List<ReceivedDeliveries.Attempt> all() {
    List<ReceivedDeliveries.Attempt> all = new ArrayList<>();
    all.add(at("filtered", 204, attempt(1, "f-1", "case.opened.v1", "body f")));
    all.add(at("failing", 503, attempt(1, "r-1", "case.opened.v1", "body r1")));
    all.add(at("failing", 204, attempt(1, "r-1", "case.opened.v1", "body r1")));
    all.add(at("failing", 0, attempt(2, "r-2", "case.taken.v1", "body r2")));
    all.add(at("failing", 204, attempt(2, "r-2", "case.taken.v1", "body r2")));
    all.add(at("failing", 204, attempt(3, "r-3", "tasks.laid-out.v1", "body r3")));
    all.add(attempt(1, "d-1", "case.opened.v1", "body 1"));
    all.add(attempt(2, "d-2", "tasks.laid-out.v1", "body 2"));
    all.add(attempt(2, "d-2", "tasks.laid-out.v1", "body 2"));
    all.add(attempt(3, "d-3", "case.taken.v1", "body 3"));
    return all;
  }

  static ReceivedDeliveries.Attempt attempt(long sequence, String id, String type, String body) {
    return new ReceivedDeliveries.Attempt(
        "", id, Sample.CASE, sequence, type, "2026-11-24T08:00:00.120Z", body, 204, true, " ");
  }

  /** What tells where the timeline stands, accepted by the endpoint "failing" as its last. */
  static ReceivedDeliveries.Attempt anchor(String id, String head) {
    return new ReceivedDeliveries.Attempt(
        "failing",
        id,
        Sample.CASE,
        4,
        "timeline.anchored.v1",
        "2026-11-24T08:10:00Z",
        head,
        204,
        true,
        head);
  }

  /** The same, to another endpoint. */
  static ReceivedDeliveries.Attempt at(
      String endpoint, int answered, ReceivedDeliveries.Attempt it) {
    return new ReceivedDeliveries.Attempt(
        endpoint,
        it.id(),
        it.theCase(),
        it.sequence(),
        it.type(),
        it.at(),
        it.digest(),
        answered,
        it.signed(),
        it.head());
  }
}
