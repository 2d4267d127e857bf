package org.pris.platform.testing.standin;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks of a field wherever all must hold, as far as an index can tell.
 *
 * @param values of which it must be one; null where there are only bounds
 * @param bounds by their operator
 */
record Condition(@Nullable List<Object> values, Document bounds) {

  private static final Set<String> BOUNDS = Set.of("$lt", "$lte", "$gt", "$gte");

  /** Null where an index of the field does not help. */
  static @Nullable Condition of(Document query, String field) {
    if (query.containsKey(field)) {
      var condition = of(query.get(field));
      if (condition != null) {
        return condition;
      }
    }
    return query.get("$and") instanceof Collection<?> all
        ? all.stream()
            .map(it -> of((Document) it, field))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null)
        : null;
  }

  private static @Nullable Condition of(@Nullable Object asked) {
    if (!(asked instanceof Document operators)) {
      return isValue(asked) ? new Condition(List.of(Objects.requireNonNull(asked)), none()) : null;
    }
    if (isValue(operators.get("$eq"))) {
      return new Condition(List.of(Objects.requireNonNull(operators.get("$eq"))), none());
    }
    if (operators.get("$in") instanceof Collection<?> in) {
      return in.stream().allMatch(Condition::isValue) ? new Condition(distinct(in), none()) : null;
    }
    var bounds = none();
    operators.forEach((operator, value) -> {
      if (BOUNDS.contains(operator) && isValue(value)) {
        bounds.put(operator, value);
      }
    });
    return bounds.isEmpty() ? null : new Condition(null, bounds);
  }

  /** As the database compares them: 1 and 1.0 are one value. */
  private static List<Object> distinct(Collection<?> values) {
    var distinct = new TreeSet<Object>(ValueComparator.asc());
    distinct.addAll(values);
    return List.copyOf(distinct);
  }

  private static Document none() {
    return new Document();
  }

  /** A missing field is equal to null, and an index may not have it. */
  private static boolean isValue(@Nullable Object value) {
    return value != null
        && !(value instanceof Missing)
        && !(value instanceof Collection)
        && !(value instanceof Document)
        && !BsonRegularExpression.isRegularExpression(value);
  }
}
