package org.pris.platform.testing;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
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
final class Places {

  /** Some values of the leading fields; with a side it stands before or after all they begin. */
  private record Key(List<@Nullable Object> values, int side) {

    Key with(@Nullable Object value, int newSide) {
      var longer = new ArrayList<@Nullable Object>(values);
      longer.add(value);
      return new Key(longer, newSide);
    }
  }

  private static final Comparator<Key> ORDER =
      (one, other) -> {
        var common = Math.min(one.values.size(), other.values.size());
        for (var i = 0; i < common; i++) {
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

  private final NavigableMap<Key, Set<Object>> positions = new TreeMap<>(ORDER);

  private final List<String> fields;

  /** Whether a document was ever at several places: their order is then no order of documents. */
  private boolean several;

  Places(List<String> fields) {
    this.fields = fields;
  }

  private static int compare(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return (one == null ? 0 : 1) - (other == null ? 0 : 1);
    }
    return ValueComparator.asc().compare(one, other);
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

  private List<Key> keys(Document document) {
    if (fields.isEmpty()) {
      return List.of();
    }
    var keys = List.of(new Key(List.of(), 0));
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

  /** The same in the order that is asked for; null where they are not known to be in it. */
  @Nullable Collection<Object> inOrder(Document query, Document order) {
    var ahead = 0; // fields of one value, within which all the others are in order
    while (ahead < fields.size() && isOne(Condition.of(query, fields.get(ahead)))) {
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
    var parts = parts(query);
    if (parts.size() != 1) {
      return null;
    }
    var part = parts.getFirst();
    return new Walk(direction.intValue() < 0 ? part.descendingMap() : part);
  }

  private static boolean isOne(@Nullable Condition condition) {
    return condition != null && condition.values() != null && condition.values().size() == 1;
  }

  /** Only as far as somebody goes. */
  private static final class Walk extends AbstractCollection<Object> {

    private final NavigableMap<Key, Set<Object>> part;

    Walk(NavigableMap<Key, Set<Object>> part) {
      this.part = part;
    }

    @Override
    public Iterator<Object> iterator() {
      return part.values().stream().flatMap(Set::stream).iterator();
    }

    @Override
    public int size() {
      return part.values().stream().mapToInt(Set::size).sum();
    }
  }

  private List<NavigableMap<Key, Set<Object>>> parts(Document query) {
    var keys = List.of(new Key(List.of(), 0));
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

  private NavigableMap<Key, Set<Object>> between(Key prefix, Condition condition) {
    var from = edge(prefix, -1);
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

  private static Key edge(Key prefix, int side) {
    return new Key(prefix.values(), side);
  }

  private NavigableMap<Key, Set<Object>> part(Key from, Key to) {
    return ORDER.compare(from, to) > 0
        ? new TreeMap<>(ORDER)
        : positions.subMap(from, true, to, true);
  }

  int count() {
    return positions.size();
  }

  void clear() {
    positions.clear();
  }
}
