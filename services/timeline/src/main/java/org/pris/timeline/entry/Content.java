package org.pris.timeline.entry;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Topics;
import org.pris.platform.outbox.Aggregate;
import org.pris.platform.outbox.Publishes;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What an entry is made of, under the id of its event. The line and the salts are decided once, so
 * that whoever appends it after a crash writes the very same entry.
 *
 * <p>This is the only thing that redaction touches: a member that is null was removed, together
 * with its salt.
 *
 * @param author canonical form of {@link Salted}, as are the other two members
 * @param digest of the request's body, where a person wrote it
 */
@Publishes(Topics.TIMELINE)
@Document("contents")
public record Content(
    @Id UUID id,
    long lock,
    long revision,
    boolean exercise,
    EntryMetadata line,
    @Nullable String author,
    @Nullable String text,
    @Nullable String data,
    @Nullable String digest)
    implements Aggregate {

  @Override
  public UUID subject() {
    return line.caseId();
  }

  public @Nullable String member(SealedField member) {
    return switch (member) {
      case AUTHOR -> author;
      case TEXT -> text;
      case DATA -> data;
    };
  }

  public boolean hasAny(Collection<SealedField> members) {
    return members.stream().anyMatch(it -> member(it) != null);
  }

  public boolean isWhole() {
    return author != null && text != null && data != null;
  }

  public Content without(Collection<SealedField> members) {
    return new Content(
        id,
        lock,
        revision,
        exercise,
        line,
        members.contains(SealedField.AUTHOR) ? null : author,
        members.contains(SealedField.TEXT) ? null : text,
        members.contains(SealedField.DATA) ? null : data,
        digest);
  }

  public Seals seals() {
    return new Seals(seal(author), seal(text), seal(data));
  }

  private static String seal(@Nullable String member) {
    if (member == null) {
      throw new IllegalStateException("Redacted before it had a place in the chain");
    }
    return Canonical.hash(member);
  }
}
