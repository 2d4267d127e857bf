package org.pris.timeline.chain;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pris.timeline.entry.Content;
import org.pris.timeline.entry.SealedField;

/** Fields that are not there any more, until a redaction entry names them. */
final class MissingFields {

  private final TreeMap<Long, Set<SealedField>> unexplained = new TreeMap<>();

  /** Of one entry; none of them is missing where it is whole. */
  static Set<SealedField> of(@Nullable Content content) {
    var missing = EnumSet.noneOf(SealedField.class);
    for (var field : SealedField.values()) {
      if (content == null || content.member(field) == null) {
        missing.add(field);
      }
    }
    return missing;
  }

  void add(long seq, Set<SealedField> missing) {
    if (!missing.isEmpty()) {
      unexplained.put(seq, missing);
    }
  }

  /** A redaction comes after what it removes. */
  void explain(RedactedFields redacted) {
    var missing = unexplained.get(redacted.seq());
    if (missing != null) {
      missing.removeAll(redacted.fields());
      if (missing.isEmpty()) {
        unexplained.remove(redacted.seq());
      }
    }
  }

  Optional<Long> first() {
    return unexplained.isEmpty() ? Optional.empty() : Optional.of(unexplained.firstKey());
  }
}
