package org.pris.platform.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a newer build stored and this one does not know, at any depth: while two builds run
 * side by side, the older must not wipe out the newer one's fields.
 *
 * <p>Unknown is what stands in the store and is gone once this build has read and written it.
 */
final class UnknownFields {

  private static final List<String> IDS = List.of("_id", "id");

  private UnknownFields() {}

  /**
   * @param fresh what this build is about to write
   * @param known what this build makes of the stored document
   * @return {@code fresh}, with the fields of {@code stored} that {@code known} lacks
   */
  static Document kept(Document fresh, Document known, Document stored) {
    var all = new Document(fresh);
    stored.forEach((field, value) -> {
      if (!known.containsKey(field)) {
        all.putIfAbsent(field, value);
      } else if (fresh.containsKey(field)) {
        all.put(field, kept(fresh.get(field), known.get(field), value));
      }
    });
    return all;
  }

  private static List<@Nullable Object> kept(List<?> fresh, List<?> known, List<?> stored) {
    var all = new ArrayList<@Nullable Object>();
    for (var element : fresh) {
      var place = place(element, known);
      all.add(place < 0 ? element : kept(element, known.get(place), stored.get(place)));
    }
    return all;
  }

  /** Where an element of a list stood before: the same one, else the one of the same id. */
  private static int place(Object element, List<?> known) {
    var same = known.indexOf(element);
    return same >= 0 || !(element instanceof Document document)
        ? same
        : IntStream.range(0, known.size())
            .filter(it -> known.get(it) instanceof Document other && isSame(document, other))
            .findFirst()
            .orElse(-1);
  }

  private static boolean isSame(Document one, Document other) {
    return Stream.of(one)
        .flatMap(it -> IDS.stream().filter(it::containsKey))
        .anyMatch(it -> Objects.equals(one.get(it), other.get(it)));
  }

  private static @Nullable Object kept(
      @Nullable Object fresh, @Nullable Object known, @Nullable Object stored) {
    if (fresh instanceof Document after
        && known instanceof Document before
        && stored instanceof Document raw) {
      return Objects.equals(after.get("_class"), before.get("_class"))
          ? kept(after, before, raw)
          : after;
    }
    if (fresh instanceof List<?> after
        && known instanceof List<?> before
        && stored instanceof List<?> raw
        && before.size() == raw.size()) {
      return kept(after, before, raw);
    }
    return fresh;
  }
}
