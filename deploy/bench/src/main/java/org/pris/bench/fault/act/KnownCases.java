package org.pris.bench.fault.act;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The cases that people may go on with, and which of them somebody follows. */
final class KnownCases {

  /** A case, and the site that declared it. */
  record One(String id, String site) {}

  private final List<One> all = new ArrayList<>();

  private final Map<String, List<One>> bySite = new HashMap<>();

  private final List<One> followed = new ArrayList<>();

  synchronized void add(String id, String site) {
    var one = new One(id, site);
    all.add(one);
    bySite.computeIfAbsent(site, _ -> new ArrayList<>()).add(one);
  }

  /** To act on once: half of the time one that somebody follows, as two at one case are a race. */
  synchronized @Nullable One any(RandomGenerator random) {
    return drawn(followed.isEmpty() || random.nextBoolean() ? all : followed, random);
  }

  /** Old and new alike: of the newest, triage has often not heard yet. Nobody else follows it. */
  synchronized @Nullable One follow(RandomGenerator random) {
    var one = drawn(all, random);
    if (one == null || followed.contains(one)) {
      return null;
    }
    followed.add(one);
    return one;
  }

  synchronized void letGo(One one) {
    followed.remove(one);
  }

  /** Another one of the same site: the id of it. */
  synchronized @Nullable String other(One than, RandomGenerator random) {
    var one = drawn(bySite.getOrDefault(than.site(), List.of()), random);
    return one == null || one.equals(than) ? null : one.id();
  }

  private static @Nullable One drawn(List<One> some, RandomGenerator random) {
    return some.isEmpty() ? null : some.get(random.nextInt(some.size()));
  }
}
