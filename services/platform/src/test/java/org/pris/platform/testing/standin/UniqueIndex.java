package org.pris.platform.testing.standin;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Serves every query that gives each of its fields a value, whatever else it asks: {@code {_id,
 * lock}} is one look-up and not a scan. What is found is matched against the whole query after.
 */
final class UniqueIndex extends AbstractUniqueIndex<Object> {

  private final Map<KeyValue, Object> positions = new HashMap<>();

  /** For queries of some of its fields; empty where it has but one. */
  private final IndexKeys places;

  UniqueIndex(String name, List<IndexKey> keys, boolean sparse) {
    super(name, keys, sparse);
    this.places = new IndexKeys(keys.size() > 1 ? keys() : List.of());
  }

  IndexKeys places() {
    return places;
  }

  /** Whether it finds one document, or one for each value of a list. */
  boolean isWhole(Document query) {
    var values = values(query);
    return keys().stream().allMatch(values::containsKey);
  }

  @Override
  public synchronized boolean canHandle(Document query) {
    return isWhole(query) || places.narrows(query) > 0;
  }

  @Override
  public synchronized void add(
      Document document, Object position, MongoCollection<Object> collection) {
    super.add(document, position, collection);
    places.add(document, position);
  }

  @Override
  public synchronized Object remove(Document document) {
    places.remove(document, Objects.requireNonNull(document.get("_id")));
    return super.remove(document);
  }

  @Override
  public synchronized Iterable<Object> getPositions(Document query) {
    if (!isWhole(query)) {
      return places.find(query);
    }
    var values = values(query);
    var first = values.get(keys().getFirst());
    if (keys().size() == 1 && first instanceof In(List<?> oneOf)) {
      return oneOf.stream()
          .map(value -> positions.get(new KeyValue(value).normalized()))
          .filter(Objects::nonNull)
          .distinct()
          .toList();
    }
    var key = new KeyValue(keys().stream().map(values::get).toArray()).normalized();
    var position = positions.get(key);
    return position == null ? List.of() : List.of(position);
  }

  private record In(List<?> values) {}

  /** What the query asks of each field, where that is one value (or a list, of a single field). */
  private Map<String, Object> values(Document query) {
    var values = new HashMap<String, Object>();
    collect(query, values);
    return values;
  }

  private void collect(Document query, Map<String, Object> values) {
    query.forEach((field, condition) -> {
      if (field.equals("$and") && condition instanceof List<?> all) {
        all.forEach(it -> collect((Document) it, values));
      } else if (isValue(condition)) {
        values.put(field, condition);
      } else if (condition instanceof Document it && isValue(it.get("$eq"))) {
        values.put(field, it.get("$eq"));
      } else if (condition instanceof Document it
          && keys().size() == 1
          && it.get("$in") instanceof List<?> in
          && in.stream().allMatch(UniqueIndex::isValue)) {
        values.putIfAbsent(field, new In(in));
      }
    });
  }

  private static boolean isValue(@Nullable Object condition) {
    return condition != null
        && !(condition instanceof List)
        && !BsonRegularExpression.isRegularExpression(condition)
        && !(condition instanceof Document document
            && document.keySet().stream().anyMatch(key -> key.startsWith("$")));
  }

  @Override
  protected @Nullable Object getPosition(KeyValue key) {
    return positions.get(key);
  }

  @Override
  protected @Nullable Object removeDocument(KeyValue key) {
    return positions.remove(key);
  }

  @Override
  protected boolean putKeyPosition(KeyValue key, Object position) {
    return positions.putIfAbsent(key, position) == null;
  }

  @Override
  protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
    return positions.entrySet();
  }

  @Override
  public long getCount() {
    return positions.size();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }
}
