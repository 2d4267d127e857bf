package org.pris.platform.testing.standin;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the best index knows of a query.
 *
 * @param positions of all that may match
 * @param inOrder whether they are in the order that was asked for
 */
record IndexChoice(Iterable<Object> positions, boolean inOrder) {

  /** So few are sorted sooner than an index is walked to the few of them that match. */
  private static final int FEW = 500;

  /**
   * That of the fewest documents; where all are of many, one that has them in order, so that the
   * first are found without the rest. Null where no index helps.
   */
  static @Nullable IndexChoice of(
      Document query, @Nullable Document firstBy, List<Index<Object>> indexes) {
    Index<Object> best = null;
    IndexChoice ordered = null;
    var fewest = Integer.MAX_VALUE;
    var most = 0;
    for (var index : indexes) {
      if (index instanceof UniqueIndex unique && unique.isWhole(query)) {
        return new IndexChoice(unique.getPositions(query), false);
      }
      var places = places(index);
      var narrows = places.narrows(query);
      if (narrows > 0) {
        var count = places.count(query, FEW + 1);
        if (count < fewest || (count == fewest && narrows > most)) {
          best = index;
          fewest = count;
          most = narrows;
        }
        var inOrder = firstBy == null || firstBy.isEmpty() ? null : places.inOrder(query, firstBy);
        ordered = inOrder == null || ordered != null ? ordered : new IndexChoice(inOrder, true);
      }
    }
    return best == null
        ? null
        : fewest > FEW && ordered != null
            ? ordered
            : new IndexChoice(best.getPositions(query), false);
  }

  private static IndexKeys places(Index<Object> index) {
    return switch (index) {
      case OrderedIndex it -> it.places();
      case UniqueIndex it -> it.places();
      default -> throw new IllegalStateException("An index of a kind of its own");
    };
  }
}
