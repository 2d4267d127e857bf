package org.pris.platform.testing;

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
record Narrowest(Iterable<Object> positions, boolean inOrder) {

  /** Null where no index helps. */
  static @Nullable Narrowest of(
      Document query, @Nullable Document firstBy, List<Index<Object>> indexes) {
    Index<Object> best = null;
    var most = 0;
    for (var index : indexes) {
      if (index instanceof UniqueIndex unique && unique.isWhole(query)) {
        return new Narrowest(unique.getPositions(query), false);
      }
      var places = places(index);
      var inOrder = firstBy == null || firstBy.isEmpty() ? null : places.inOrder(query, firstBy);
      if (inOrder != null) {
        return new Narrowest(inOrder, true);
      }
      if (places.narrows(query) > most) {
        best = index;
        most = places.narrows(query);
      }
    }
    return best == null ? null : new Narrowest(best.getPositions(query), false);
  }

  private static Places places(Index<Object> index) {
    return switch (index) {
      case OrderedIndex it -> it.places();
      case UniqueIndex it -> it.places();
      default -> throw new IllegalStateException("An index of a kind of its own");
    };
  }
}
