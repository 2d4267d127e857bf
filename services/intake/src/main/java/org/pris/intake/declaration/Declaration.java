package org.pris.intake.declaration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Actor;
import org.pris.contracts.DeclarationEvent;
import org.pris.contracts.DeclarationEvent.DeclarationComplemented;
import org.pris.contracts.DeclarationEvent.DeclarationSubmitted;
import org.pris.contracts.Establishment;
import org.pris.contracts.Event;
import org.pris.contracts.RegulatoryProfile;
import org.pris.contracts.Topics;
import org.pris.intake.establishment.RegistryLine;
import org.pris.platform.Ids;
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
 * @param resend null unless it had to be told again
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
    @Nullable Resend resend,
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
            null,
            CaseSummary.UNHEARD);
    return new Change<>(
            declaration,
            List.of(declaration.published(first, where.profile())),
            declaration.actor(first))
        .withIds(declaration.eventId(first));
  }

  /** The same declaration with more known. */
  Change<Declaration> complemented(Version next, RegulatoryProfile profile) {
    var declaration = with(revision + 1, next, resend);
    return new Change<>(
            declaration, List.of(declaration.published(next, profile)), declaration.actor(next))
        .withIds(declaration.eventId(next));
  }

  /**
   * The same declaration, with all that was told of it told again under the same event ids.
   *
   * @param all its versions, oldest first
   */
  Change<Declaration> resent(List<Version> all, RegulatoryProfile profile, Instant now) {
    var events =
        all.stream()
            .map(it ->
                new Event<>(
                    eventId(it),
                    it.sentAt(),
                    id,
                    it.number(),
                    actor(it),
                    exercise,
                    published(it, profile)))
            .toList();
    return Change.again(with(revision, current, Resend.after(resend, now)), events);
  }

  private DeclarationEvent published(Version version, RegulatoryProfile profile) {
    var facts = PublishedFacts.of(this, version, profile);
    return version.number() == 1
        ? new DeclarationSubmitted(facts)
        : new DeclarationComplemented(facts);
  }

  private UUID eventId(Version version) {
    return Ids.of("declaration", id, version.number());
  }

  private Actor actor(Version version) {
    var sender = version.sender();
    return new Actor(sender.subject(), sender.name(), sender.role(), establishment.finess());
  }

  private Declaration with(long revision, Version current, @Nullable Resend resend) {
    return new Declaration(
        id,
        lock,
        revision,
        reference,
        establishment,
        exercise,
        submitted,
        submittedAt,
        digest,
        current,
        resend,
        theCase);
  }
}
