package org.pris.platform.testing.standin;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where documents are, in the order of some of their fields. A document without the first of them
 * is not kept; one whose field holds several values is at several places.
 */
final class IndexKeys {

  private final NavigableMap<IndexKey, Set<Object>> positions = new TreeMap<>(IndexKey.ORDER);

  private final List<String> fields;

  /** Whether a document was ever at several places: their order is then no order of documents. */
  private boolean several;

  IndexKeys(List<String> fields) {
    this.fields = fields;
  }

  void add(Document document, Object position) {
    for (var key : keys(document)) {
      positions.computeIfAbsent(key, _ -> new LinkedHashSet<>(2)).add(position);
    }
  }

  void remove(Document document, Object position) {
    for (var key : keys(document)) {
      positions.computeIfPresent(
          key,
          (_, all) -> {
            all.remove(position);
            return all.isEmpty() ? null : all;
          });
    }
  }

  void move(Document before, Document after, Object position) {
    var from = keys(before);
    var to = keys(after);
    if (!from.equals(to)) {
      remove(before, position);
      add(after, position);
    }
  }

  private List<IndexKey> keys(Document document) {
    if (fields.isEmpty()) {
      return List.of();
    }
    var keys = List.of(new IndexKey(List.of(), 0));
    for (var field : fields) {
      var values = new LinkedHashSet<@Nullable Object>();
      collect(Utils.getSubdocumentValueCollectionAware(document, field), values);
      if (values.isEmpty()) {
        if (field.equals(fields.getFirst())) {
          return List.of();
        }
        values.add(null);
      }
      keys = keys.stream().flatMap(it -> values.stream().map(value -> it.with(value, 0))).toList();
    }
    several |= keys.size() > 1;
    return keys;
  }

  private static void collect(@Nullable Object value, Set<@Nullable Object> values) {
    if (value instanceof Collection<?> some) {
      some.forEach(it -> collect(it, values));
    } else if (value != null && !(value instanceof Missing)) {
      values.add(value);
    }
  }

  /** How many of its fields narrow the query; 0: it does not help. */
  int narrows(Document query) {
    var narrowed = 0;
    for (var field : fields) {
      var condition = Condition.of(query, field);
      if (condition == null) {
        break;
      }
      narrowed++;
      if (condition.values() == null) {
        break;
      }
    }
    return narrowed;
  }

  /** Of all documents that may match, and perhaps of others. */
  Collection<Object> find(Document query) {
    var found = new LinkedHashSet<>();
    for (var part : parts(query)) {
      part.values().forEach(found::addAll);
    }
    return found;
  }

  /** How many these are, counted no further than asked. */
  int count(Document query, int atMost) {
    var count = 0;
    for (var part : parts(query)) {
      for (var some : part.values()) {
        count += some.size();
        if (count >= atMost) {
          return atMost;
        }
      }
    }
    return count;
  }

  /** The same in the order that is asked for; null where they are not known to be in it. */
  @Nullable Collection<Object> inOrder(Document query, Document order) {
    var ahead = 0; // fields of given values: within each of these all the others are in order
    while (ahead < fields.size() && hasValues(Condition.of(query, fields.get(ahead)))) {
      ahead++;
    }
    var ordered = List.copyOf(order.keySet());
    var directions = Set.copyOf(order.values());
    var end = ahead + ordered.size();
    if (several
        || narrows(query) == 0
        || end > fields.size()
        || !fields.subList(ahead, end).equals(ordered)
        || directions.size() != 1
        || !(directions.iterator().next() instanceof Number direction)) {
      return null;
    }
    return IndexScan.of(parts(query), ahead, direction.intValue() < 0);
  }

  private static boolean hasValues(@Nullable Condition condition) {
    return condition != null && condition.values() != null;
  }

  private List<NavigableMap<IndexKey, Set<Object>>> parts(Document query) {
    var keys = List.of(new IndexKey(List.of(), 0));
    for (var field : fields) {
      var condition = Condition.of(query, field);
      if (condition == null) {
        break;
      }
      if (condition.values() == null) {
        return keys.stream().map(it -> between(it, condition)).toList();
      }
      keys =
          keys.stream()
              .flatMap(it -> condition.values().stream().map(value -> it.with(value, 0)))
              .toList();
    }
    return keys.stream().map(it -> part(edge(it, -1), edge(it, 1))).toList();
  }

  private NavigableMap<IndexKey, Set<Object>> between(IndexKey prefix, Condition condition) {
    var from = prefix.with(null, 1); // what has no value is neither above nor below one
    var to = edge(prefix, 1);
    for (var bound : condition.bounds().entrySet()) {
      switch (bound.getKey()) {
        case "$gt" -> from = prefix.with(bound.getValue(), 1);
        case "$gte" -> from = prefix.with(bound.getValue(), -1);
        case "$lt" -> to = prefix.with(bound.getValue(), -1);
        default -> to = prefix.with(bound.getValue(), 1);
      }
    }
    return part(from, to);
  }

  private static IndexKey edge(IndexKey prefix, int side) {
    return new IndexKey(prefix.values(), side);
  }

  private NavigableMap<IndexKey, Set<Object>> part(IndexKey from, IndexKey to) {
    return IndexKey.ORDER.compare(from, to) > 0
        ? new TreeMap<>(IndexKey.ORDER)
        : positions.subMap(from, true, to, true);
  }

  int count() {
    return positions.size();
  }

  void clear() {
    positions.clear();
  }
}
