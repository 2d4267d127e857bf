package org.pris.platform.testing.standin;

import de.bwaldvogel.mongo.backend.ValueComparator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some values of an index's leading fields; with a side it stands before or after all they begin.
 */
record IndexKey(List<@Nullable Object> values, int side) {

  static final Comparator<IndexKey> ORDER = after(0);

  IndexKey with(@Nullable Object value, int newSide) {
    var longer = new ArrayList<@Nullable Object>(values);
    longer.add(value);
    return new IndexKey(longer, newSide);
  }

  /** By all values but so many of the first. */
  static Comparator<IndexKey> after(int first) {
    return (one, other) -> {
      var common = Math.min(one.values.size(), other.values.size());
      for (var i = first; i < common; i++) {
        var compared = compare(one.values.get(i), other.values.get(i));
        if (compared != 0) {
          return compared;
        }
      }
      return one.values.size() < other.values.size()
          ? one.side
          : one.values.size() > other.values.size()
              ? -other.side
              : Integer.compare(one.side, other.side);
    };
  }

  private static int compare(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return (one == null ? 0 : 1) - (other == null ? 0 : 1);
    }
    return ValueComparator.asc().compare(one, other);
  }
}
