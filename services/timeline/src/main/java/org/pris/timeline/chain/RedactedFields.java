package org.pris.timeline.chain;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.pris.timeline.entry.Content;
import org.pris.timeline.entry.EntryType;
import org.pris.timeline.entry.Salted;
import org.pris.timeline.entry.SealedField;

/**
 * What a redaction entry says was removed.
 *
 * @param seq of the entry that lost them
 */
public record RedactedFields(long seq, Set<SealedField> fields) {

  /** Empty where the content is no redaction, or does not say any more what it removed. */
  public static Optional<RedactedFields> of(Content content) {
    var form = content.data();
    if (form == null || !content.line().type().equals(EntryType.REDACTION)) {
      return Optional.empty();
    }
    var data = Salted.read(form).value();
    var fields = EnumSet.noneOf(SealedField.class);
    for (var name : data.path("members")) {
      for (var field : SealedField.values()) {
        if (field.field().equals(name.stringValue(""))) {
          fields.add(field);
        }
      }
    }
    return Optional.of(new RedactedFields(data.path("seq").longValue(0), fields));
  }
}
