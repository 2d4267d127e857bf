package org.pris.platform.testing.standin;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An index that is not unique. What it finds is matched against the whole query after, and sorted
 * then where it is not in order.
 */
final class OrderedIndex extends Index<Object> {

  private final IndexKeys places;

  OrderedIndex(String name, java.util.List<IndexKey> keys, boolean sparse) {
    super(name, keys, sparse);
    this.places = new IndexKeys(keys());
  }

  IndexKeys places() {
    return places;
  }

  @Override
  public boolean canHandle(Document query) {
    return places.narrows(query) > 0;
  }

  @Override
  public Iterable<Object> getPositions(Document query) {
    return places.find(query);
  }

  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {
    places.add(document, position);
  }

  @Override
  public Object remove(Document document) {
    var position = Objects.requireNonNull(document.get("_id"));
    places.remove(document, position);
    return position; // null would mean that it was not here, and refuse the removal
  }

  @Override
  public void updateInPlace(
      Document before, Document after, Object position, MongoCollection<Object> collection) {
    places.move(before, after, position);
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
    return places.count();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }

  @Override
  public void drop() {
    places.clear();
  }
}
