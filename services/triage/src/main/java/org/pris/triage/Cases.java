package org.pris.triage;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.pris.contracts.Access.View;
import org.pris.contracts.Person;
import org.pris.platform.SearchText;
import org.pris.platform.audit.AuditedCases;
import org.pris.platform.problem.NotFound;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Finds one case for somebody who may see it. */
@Component
public class Cases implements AuditedCases {

  private final MongoOperations mongo;

  Cases(MongoOperations mongo) {
    this.mongo = mongo;
    mongo.indexOps(Case.class).createIndex(new Index("reference", Sort.Direction.ASC));
  }

  public Optional<Case> find(UUID id) {
    return Optional.ofNullable(mongo.findById(id, Case.class));
  }

  @Override
  public Optional<UUID> named(String idOrReference) {
    var named = query(name(idOrReference));
    named.fields().include("_id");
    return Optional.ofNullable(mongo.findOne(named, Document.class, "cases"))
        .map(it -> it.get("_id", UUID.class));
  }

  @Override
  public UUID asResponder(String idOrReference, Person person) {
    return workable(idOrReference, person).id();
  }

  /**
   * By id or reference.
   *
   * @throws NotFound where it is unknown or not the person's: nobody learns which
   */
  public Case visible(String idOrReference, Person person) {
    return find(idOrReference)
        .filter(it -> !it.access().views(person).isEmpty())
        .orElseThrow(NotFound::new);
  }

  /**
   * The same for who wants to work on it.
   *
   * @throws AccessDeniedException where the person sees it, but not as a responder
   */
  public Case workable(String idOrReference, Person person) {
    var theCase = visible(idOrReference, person);
    admit(theCase, person);
    return theCase;
  }

  public static void admit(Case theCase, Person person) {
    var views = theCase.access().views(person);
    if (views.isEmpty()) {
      throw new NotFound();
    }
    if (!views.contains(View.RESPONDER)) {
      throw new AccessDeniedException("Not a responder of this case");
    }
  }

  private Optional<Case> find(String idOrReference) {
    return Optional.ofNullable(mongo.findOne(query(name(idOrReference)), Case.class));
  }

  private static Criteria name(String idOrReference) {
    try {
      return where("_id").is(UUID.fromString(idOrReference.strip()));
    } catch (IllegalArgumentException _) {
      return where("reference").is(SearchText.reference(idOrReference));
    }
  }
}
