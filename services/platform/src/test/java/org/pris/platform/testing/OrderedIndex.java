package org.pris.platform.testing;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An index that is not unique: by the first of its fields, which is what keeps a query from reading
 * all documents. What it finds is matched against the whole query after, and sorted then.
 */
final class OrderedIndex extends Index<Object> {

  private static final Set<String> ASKED = Set.of("$eq", "$in", "$lt", "$lte", "$gt", "$gte");

  private final NavigableMap<Object, Set<Object>> positions = new TreeMap<>(ValueComparator.asc());

  private final String field;

  OrderedIndex(String name, List<IndexKey> keys, boolean sparse) {
    super(name, keys, sparse);
    this.field = keys.getFirst().getKey();
  }

  @Override
  public boolean canHandle(Document query) {
    return condition(query) != null;
  }

  @Override
  public Iterable<Object> getPositions(Document query) {
    var condition = condition(query);
    var found = new LinkedHashSet<>();
    if (condition instanceof Document asked) {
      if (asked.get("$in") instanceof Collection<?> values) {
        values.forEach(it -> found.addAll(at(it)));
      } else if (asked.containsKey("$eq")) {
        found.addAll(at(asked.get("$eq")));
      } else {
        between(asked).values().forEach(found::addAll);
      }
    } else {
      found.addAll(at(condition));
    }
    return found;
  }

  /** Of the field, wherever all must hold; null where this index does not help. */
  private @Nullable Object condition(Document query) {
    if (helps(query.get(field))) {
      return query.get(field);
    }
    return query.get("$and") instanceof Collection<?> all
        ? all.stream()
            .map(it -> condition((Document) it))
            .filter(it -> it != null)
            .findFirst()
            .orElse(null)
        : null;
  }

  private static boolean helps(@Nullable Object condition) {
    if (condition instanceof Document asked) {
      return !asked.isEmpty()
          && asked.entrySet().stream().allMatch(it -> helps(it.getKey(), it.getValue()));
    }
    return isValue(condition);
  }

  private static boolean helps(String operator, @Nullable Object value) {
    return ASKED.contains(operator)
        && (operator.equals("$in")
            ? value instanceof Collection<?> all && all.stream().allMatch(OrderedIndex::isValue)
            : isValue(value));
  }

  /** A missing field is equal to null, and is not kept here. */
  private static boolean isValue(@Nullable Object value) {
    return value != null
        && !(value instanceof Missing)
        && !(value instanceof Collection)
        && !(value instanceof Document)
        && !BsonRegularExpression.isRegularExpression(value);
  }

  private Set<Object> at(@Nullable Object value) {
    return value == null ? Set.of() : positions.getOrDefault(value, Set.of());
  }

  private NavigableMap<Object, Set<Object>> between(Document asked) {
    var range = positions;
    for (var bound : asked.entrySet()) {
      var value = bound.getValue();
      range =
          bound.getKey().startsWith("$g")
              ? range.tailMap(value, bound.getKey().equals("$gte"))
              : range.headMap(value, bound.getKey().equals("$lte"));
    }
    return range;
  }

  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {
    for (var value : values(document)) {
      positions.computeIfAbsent(value, _ -> new LinkedHashSet<>()).add(position);
    }
  }

  private void remove(Document document, Object position) {
    for (var value : values(document)) {
      positions.computeIfPresent(
          value,
          (_, all) -> {
            all.remove(position);
            return all.isEmpty() ? null : all;
          });
    }
  }

  @Override
  public Object remove(Document document) {
    var position = Objects.requireNonNull(document.get("_id"));
    remove(document, position);
    return position; // null would mean that it was not here, and refuse the removal
  }

  @Override
  public void updateInPlace(
      Document before, Document after, Object position, MongoCollection<Object> collection) {
    remove(before, position);
    add(after, position, collection);
  }

  private Set<Object> values(Document document) {
    var values = new LinkedHashSet<>();
    collect(Utils.getSubdocumentValueCollectionAware(document, field), values);
    return values;
  }

  private static void collect(@Nullable Object value, Set<Object> values) {
    if (value instanceof Collection<?> several) {
      several.forEach(it -> collect(it, values));
    } else if (value != null && !(value instanceof Missing)) {
      values.add(value);
    }
  }

  @Override
  public @Nullable Object getPosition(Document document) {
    return null; // one value, many documents
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Object> collection) {}

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {}

  @Override
  public long getCount() {
    return positions.size();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }

  @Override
  public void drop() {
    positions.clear();
  }
}
