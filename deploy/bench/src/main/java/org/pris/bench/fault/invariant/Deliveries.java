package org.pris.bench.fault.invariant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pris.bench.fault.observation.ReceivedDeliveries;
import org.pris.bench.fault.observation.SubscribedEndpoint;

/**
 * What each endpoint was told of each case: everything that it asked for and nothing else, numbered
 * 1…n without a gap and first sent in that order, one id per number, the same body in every repeat,
 * all of it signed.
 */
final class Deliveries {

  private final Evidence evidence;

  private final SubscribedEndpoint endpoint;

  private final List<Violation> found = new ArrayList<>();

  private Deliveries(Evidence evidence, SubscribedEndpoint endpoint) {
    this.evidence = evidence;
    this.endpoint = endpoint;
  }

  static List<Violation> check(Evidence evidence) {
    return SubscribedEndpoint.ALL.stream()
        .flatMap(it -> new Deliveries(evidence, it).check().stream())
        .toList();
  }

  private List<Violation> check() {
    var byCase =
        evidence.receipts().stream()
            .filter(it -> it.endpoint().equals(endpoint.path()))
            .collect(Collectors.groupingBy(ReceivedDeliveries.Attempt::theCase));
    byCase.forEach(this::attempts);
    everything(byCase);
    return found;
  }

  private void attempts(String id, List<ReceivedDeliveries.Attempt> attempts) {
    Map<Long, ReceivedDeliveries.Attempt> bySequence = new TreeMap<>();
    Map<String, Long> byId = new HashMap<>();
    var highest = 0L;
    for (var it : attempts) {
      if (!it.signed()) {
        violated(id, "number %d, %s, was not rightly signed".formatted(it.sequence(), it.id()));
      }
      var same = bySequence.putIfAbsent(it.sequence(), it);
      if (same != null && !same.id().equals(it.id())) {
        violated(
            id, "number %d has two ids: %s and %s".formatted(it.sequence(), same.id(), it.id()));
      } else if (same != null && !same.digest().equals(it.digest())) {
        violated(id, "number %d, %s, has two bodies".formatted(it.sequence(), it.id()));
      }
      var number = byId.putIfAbsent(it.id(), it.sequence());
      if (number != null && number != it.sequence()) {
        violated(id, "%s has two numbers: %d and %d".formatted(it.id(), number, it.sequence()));
      }
      if (same == null && it.sequence() != highest + 1) {
        violated(id, "number %d came first after %d".formatted(it.sequence(), highest));
      }
      highest = Math.max(highest, it.sequence());
    }
    for (var sequence = 1L; sequence <= highest; sequence++) {
      if (!bySequence.containsKey(sequence)) {
        violated(id, "number %d of %d never came".formatted(sequence, highest));
      }
    }
  }

  /** By type and moment: nothing else of an event travels to the endpoint. */
  private void everything(Map<String, List<ReceivedDeliveries.Attempt>> byCase) {
    Map<String, Map<String, Long>> due = new TreeMap<>();
    for (var it : evidence.published().distinct()) {
      if (endpoint.wants(it)) {
        due.computeIfAbsent(it.key(), _ -> new TreeMap<>())
            .merge(line(it.type(), it.at()), 1L, Long::sum);
      }
    }
    due.forEach((id, lines) -> {
      var came = lines(byCase.getOrDefault(id, List.of()));
      lines.forEach((line, times) -> {
        if (!times.equals(came.getOrDefault(line, 0L))) {
          violated(
              id,
              "%s happened %d times and was told %d times"
                  .formatted(line, times, came.getOrDefault(line, 0L)));
        }
      });
      came.keySet().stream()
          .filter(it -> !lines.containsKey(it))
          .forEach(it -> violated(id, it + " was told and never happened"));
    });
    byCase.keySet().stream()
        .filter(it -> !due.containsKey(it))
        .forEach(it -> violated(it, "was told of, and nothing was to be told"));
  }

  private static Map<String, Long> lines(List<ReceivedDeliveries.Attempt> attempts) {
    Map<String, Long> lines = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (var it : attempts) {
      // how many anchors there are of a case follows from when it grew, not from what happened
      if (!it.type().startsWith("timeline.anchored.") && seen.add(it.id())) {
        lines.merge(line(it.type(), it.at()), 1L, Long::sum);
      }
    }
    return lines;
  }

  private static String line(String type, String at) {
    return type + " of " + Instant.parse(at);
  }

  private void violated(String about, String seen) {
    var of = endpoint.path().isEmpty() ? "" : "endpoint " + endpoint.path() + ": ";
    found.add(new Violation(Invariant.TOLD, about, of + seen));
  }
}
