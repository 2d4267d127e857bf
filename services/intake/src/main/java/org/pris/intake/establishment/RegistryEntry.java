package org.pris.intake.establishment;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.pris.contracts.DeclarationEvent.EstablishmentRegistered;
import org.pris.contracts.Topics;
import org.pris.platform.Ids;
import org.pris.platform.SearchText;
import org.pris.platform.outbox.Aggregate;
import org.pris.platform.outbox.Change;
import org.pris.platform.outbox.Publishes;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An establishment as the registry has it; whoever needs it hears of it once, and again when it
 * changes.
 *
 * @param words to search by, each without accents and in lower case
 * @param sortKey its name likewise and its number: a unique order
 */
@Publishes(Topics.DECLARATIONS)
@Document("establishments")
record RegistryEntry(
    @Id UUID id, long lock, long revision, RegistryLine line, List<String> words, String sortKey)
    implements Aggregate {

  /** Derived, so that two instances that read the same file insert one document. */
  static UUID id(String finess) {
    return Ids.of("establishment", finess);
  }

  static Change<RegistryEntry> registered(RegistryLine line) {
    return told(of(line, 1));
  }

  /**
   * Takes over what a newer file says. Where it says the same nobody is told, and only the words of
   * an older build are replaced.
   */
  Change<RegistryEntry> corrected(RegistryLine newer) {
    if (!newer.equals(line)) {
      return told(of(newer, revision + 1).at(lock));
    }
    var searched = of(line, revision).at(lock);
    return searched.equals(this) ? Change.none(this) : Change.silent(searched);
  }

  /** For who lost what it had heard. */
  Change<RegistryEntry> again() {
    return told(of(line, revision + 1).at(lock));
  }

  @Override
  public boolean exercise() {
    return false;
  }

  private RegistryEntry at(long lock) {
    return new RegistryEntry(id, lock, revision, line, words, sortKey);
  }

  private static RegistryEntry of(RegistryLine line, long revision) {
    var words =
        Stream.of(
                line.name(),
                line.commune() == null ? "" : line.commune(),
                line.legalEntityName(),
                line.finess(),
                line.legalEntity())
            .flatMap(it -> SearchText.words(it).stream())
            .distinct()
            .toList();
    var sortKey = String.join(" ", SearchText.words(line.name())) + " " + line.finess();
    return new RegistryEntry(id(line.finess()), 0, revision, line, words, sortKey);
  }

  private static Change<RegistryEntry> told(RegistryEntry entry) {
    var event = new EstablishmentRegistered(entry.line.establishment(), entry.line.profile());
    return new Change<>(entry, List.of(event), null);
  }
}
