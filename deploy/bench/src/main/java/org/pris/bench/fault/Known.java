package org.pris.bench.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The cases that people may go on with; the newest are worked on most. */
final class Known {

  /** A case, and the site that declared it. */
  record One(String id, String site) {}

  private static final int NEWEST = 60;

  private final List<One> all = new ArrayList<>();

  private final Map<String, List<One>> bySite = new HashMap<>();

  synchronized void add(String id, String site) {
    var one = new One(id, site);
    all.add(one);
    bySite.computeIfAbsent(site, _ -> new ArrayList<>()).add(one);
  }

  synchronized @Nullable One any(RandomGenerator random) {
    return any(all, random);
  }

  /** Another one of the same site: the id of it. */
  synchronized @Nullable String other(One than, RandomGenerator random) {
    var one = any(bySite.getOrDefault(than.site(), List.of()), random);
    return one == null || one.equals(than) ? null : one.id();
  }

  private static @Nullable One any(List<One> some, RandomGenerator random) {
    if (some.isEmpty()) {
      return null;
    }
    var span = random.nextInt(4) == 0 ? some.size() : Math.min(NEWEST, some.size());
    return some.get(some.size() - 1 - random.nextInt(span));
  }
}
