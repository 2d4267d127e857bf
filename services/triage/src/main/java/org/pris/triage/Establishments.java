package org.pris.triage;

import java.util.Optional;
import org.pris.contracts.DeclarationEvent.EstablishmentRegistered;
import org.pris.contracts.Establishment;
import org.pris.contracts.RegulatoryProfile;
import org.pris.platform.outbox.Projections;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** What triage knows of the registry, which intake keeps. */
@Component
public class Establishments {

  private static final String COLLECTION = "establishments";

  /** An establishment by its FINESS number. */
  public record Known(
      @Id String finess, long revision, Establishment establishment, RegulatoryProfile profile) {}

  private final MongoOperations mongo;

  Establishments(MongoOperations mongo) {
    this.mongo = mongo;
  }

  public Optional<Known> find(String finess) {
    return Optional.ofNullable(mongo.findById(finess, Known.class, COLLECTION));
  }

  /** Keeps the newest; an older event changes nothing. */
  public void keep(EstablishmentRegistered registered, long revision) {
    var finess = registered.establishment().finess();
    var known = new Known(finess, revision, registered.establishment(), registered.profile());
    Projections.upsert(mongo, COLLECTION, finess, revision, known);
  }
}
