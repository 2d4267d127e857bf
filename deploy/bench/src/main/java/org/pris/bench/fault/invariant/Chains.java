package org.pris.bench.fault.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pris.bench.fault.observation.AcceptedWrites;
import org.pris.bench.fault.observation.ChainLink;
import org.pris.bench.fault.observation.StoredState;

/**
 * Each case's timeline is one chain: numbered 1…n, each entry naming the hash of the one before,
 * hashes and seals as recomputed here, nothing removed that no later entry says was removed; and it
 * holds the case's events of all topics, and the notes that were acknowledged, each once.
 */
final class Chains {

  private final Evidence evidence;

  private final List<Violation> found = new ArrayList<>();

  private Chains(Evidence evidence) {
    this.evidence = evidence;
  }

  static List<Violation> check(Evidence evidence) {
    var check = new Chains(evidence);
    evidence.stored().chains().forEach(check::links);
    check.events();
    evidence.ledger().notes().forEach(check::note);
    return check.found;
  }

  private void links(String id, List<ChainLink> chain) {
    var previous = "0".repeat(64);
    for (var i = 0; i < chain.size(); i++) {
      var link = chain.get(i);
      if (link.seq() != i + 1) {
        violated(id, "entry %d has the number %d".formatted(i + 1, link.seq()));
      }
      if (!link.previousHash().equals(previous)) {
        violated(id, "entry %d does not follow the one before".formatted(link.seq()));
      }
      link.faults().forEach(it -> violated(id, "entry %d: %s".formatted(link.seq(), it)));
      link.missing().forEach(it -> removed(id, it, chain));
      previous = link.hash();
    }
    var end = evidence.stored().ends().get(id);
    if (end == null
        || StoredState.number(end, "seq") != chain.size()
        || !previous.equals(end.getString("hash"))) {
      violated(id, "its chain has %d entries, and its head says %s".formatted(chain.size(), end));
    }
  }

  private void removed(String id, ChainLink.Gone gone, List<ChainLink> chain) {
    if (chain.stream().noneMatch(it -> it.seq() > gone.seq() && it.redacted().contains(gone))) {
      violated(
          id, "entry %d: no entry says why its %s is gone".formatted(gone.seq(), gone.member()));
    }
  }

  private void events() {
    Map<String, Set<String>> told = new HashMap<>();
    for (var it : evidence.published().messages()) {
      if (it.isOfACase()) {
        told.computeIfAbsent(it.key(), _ -> new HashSet<>()).add(it.id());
      }
    }
    var ids = new TreeSet<>(told.keySet());
    ids.addAll(evidence.stored().chains().keySet());
    for (var id : ids) {
      var chain = evidence.stored().chains().getOrDefault(id, List.of());
      var held = chain.stream().map(ChainLink::eventId).collect(Collectors.toSet());
      var published = told.getOrDefault(id, Set.of());
      if (held.size() != chain.size()) {
        violated(id, "its chain holds an event twice");
      }
      without(id, published, held, "was published and is not in the chain");
      without(id, held, published, "is in the chain and was not published");
    }
  }

  private void without(String id, Set<String> these, Set<String> in, String so) {
    these.stream()
        .filter(it -> !in.contains(it))
        .forEach(it -> violated(id, "event " + it + " " + so));
  }

  private void note(AcceptedWrites.Note note) {
    var chain = evidence.stored().chains().getOrDefault(note.theCase(), List.of());
    var times = chain.stream().filter(it -> it.eventId().equals(note.eventId())).count();
    if (times != 1) {
      violated(
          note.theCase(),
          "its note %s was acknowledged, and is there %d times".formatted(note.eventId(), times));
    }
  }

  private void violated(String about, String seen) {
    found.add(new Violation(Invariant.CHAIN, about, seen));
  }
}
