package org.pris.intake.declaration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.pris.contracts.Actor;
import org.pris.contracts.DeclarationEvent.DeclarationComplemented;
import org.pris.contracts.DeclarationEvent.DeclarationSubmitted;
import org.pris.contracts.Establishment;
import org.pris.contracts.RegulatoryProfile;
import org.pris.contracts.Topics;
import org.pris.intake.establishment.RegistryLine;
import org.pris.platform.outbox.Aggregate;
import org.pris.platform.outbox.Change;
import org.pris.platform.outbox.ListenerOwned;
import org.pris.platform.outbox.Publishes;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What an establishment declared. It holds its first sender and its newest version; those between
 * are kept in {@link Versions}, so that the document does not grow.
 *
 * @param establishment stamped from the registry at the first version; a declarant never changes it
 * @param submitted who sent the first version
 * @param digest of the first version's body
 */
@Publishes(Topics.DECLARATIONS)
@Document("declarations")
record Declaration(
    @Id UUID id,
    long lock,
    long revision,
    String reference,
    Establishment establishment,
    boolean exercise,
    Sender submitted,
    Instant submittedAt,
    String digest,
    Version current,
    @ListenerOwned CaseSummary theCase)
    implements Aggregate {

  static Change<Declaration> submitted(
      UUID id, String reference, RegistryLine where, boolean exercise, Version first) {
    var declaration =
        new Declaration(
            id,
            0,
            1,
            reference,
            where.establishment(),
            exercise,
            first.sender(),
            first.sentAt(),
            first.digest(),
            first,
            CaseSummary.UNHEARD);
    var facts = PublishedFacts.of(declaration, where.profile());
    return declaration.told(new DeclarationSubmitted(facts));
  }

  /** The same declaration with more known. */
  Change<Declaration> complemented(Version next, RegulatoryProfile profile) {
    var declaration =
        new Declaration(
            id,
            lock,
            revision + 1,
            reference,
            establishment,
            exercise,
            submitted,
            submittedAt,
            digest,
            next,
            theCase);
    return declaration.told(new DeclarationComplemented(PublishedFacts.of(declaration, profile)));
  }

  private Change<Declaration> told(Object event) {
    var sender = current.sender();
    var actor = new Actor(sender.subject(), sender.name(), sender.role(), establishment.finess());
    return new Change<>(this, List.of(event), actor);
  }
}
