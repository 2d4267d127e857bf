package org.pris.platform.testing.standin;

import java.util.AbstractCollection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;

/** Parts of an index, each in order, as one that is; only as far as somebody goes. */
final class IndexScan extends AbstractCollection<Object> {

  private final List<NavigableMap<IndexKey, Set<Object>>> parts;

  private final Comparator<IndexKey> order;

  private IndexScan(List<NavigableMap<IndexKey, Set<Object>>> parts, Comparator<IndexKey> order) {
    this.parts = parts;
    this.order = order;
  }

  /** Of parts that differ in so many of the first fields, and are in order by those after. */
  static IndexScan of(
      List<NavigableMap<IndexKey, Set<Object>>> parts, int first, boolean descending) {
    var rising = IndexKey.after(first);
    return descending
        ? new IndexScan(parts.stream().map(NavigableMap::descendingMap).toList(), rising.reversed())
        : new IndexScan(parts, rising);
  }

  @Override
  public Iterator<Object> iterator() {
    var heads = new PriorityQueue<>(Comparator.comparing(Head::place, order));
    for (var part : parts) {
      Head.next(part.entrySet().iterator(), heads);
    }
    return new Merged(heads);
  }

  @Override
  public int size() {
    return parts.stream().flatMap(it -> it.values().stream()).mapToInt(Set::size).sum();
  }

  /** Where one part has come to. */
  private record Head(
      IndexKey place, Iterator<Object> here, Iterator<Map.Entry<IndexKey, Set<Object>>> rest) {

    static void next(Iterator<Map.Entry<IndexKey, Set<Object>>> rest, PriorityQueue<Head> heads) {
      if (rest.hasNext()) {
        var entry = rest.next();
        heads.add(new Head(entry.getKey(), entry.getValue().iterator(), rest));
      }
    }
  }

  private record Merged(PriorityQueue<Head> heads) implements Iterator<Object> {

    @Override
    public boolean hasNext() {
      return !heads.isEmpty(); // no place is kept without a document
    }

    @Override
    public Object next() {
      var head = heads.peek();
      if (head == null) {
        throw new NoSuchElementException();
      }
      var found = head.here.next();
      if (!head.here.hasNext()) {
        heads.remove();
        Head.next(head.rest, heads);
      }
      return found;
    }
  }
}
