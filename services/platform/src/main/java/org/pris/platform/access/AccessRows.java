package org.pris.platform.access;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pris.contracts.Access.View;
import org.pris.contracts.CaseState;
import org.pris.contracts.Person;
import org.pris.platform.SearchText;
import org.pris.platform.outbox.Projections;
import org.pris.platform.problem.NotFound;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One row a case: the question <em>who may see it</em>, answered alike in every service. */
public final class AccessRows {

  /** A case that the person may see, and how. */
  public record Seen(AccessRow row, Set<View> views) {

    public UUID id() {
      return row.id();
    }

    public boolean as(View view) {
      return views.contains(view);
    }
  }

  private final MongoOperations mongo;
  private final JsonMapper json;

  AccessRows(MongoOperations mongo, JsonMapper json) {
    this.mongo = mongo;
    this.json = json;
    mongo
        .indexOps(AccessRow.class)
        .createIndex(new Index("reference", Sort.Direction.ASC).unique());
  }

  public Optional<AccessRow> find(UUID caseId) {
    return Optional.ofNullable(mongo.findById(caseId, AccessRow.class));
  }

  /**
   * The case by id or reference.
   *
   * @throws NotFound where it is unknown, not yet known here, or not the person's: fails closed
   */
  public Seen require(String idOrReference, Person person) {
    var row = find(idOrReference).orElseThrow(NotFound::new);
    var views = row.access().views(person);
    if (views.isEmpty()) {
      throw new NotFound();
    }
    return new Seen(row, views);
  }

  /**
   * The same, where the person reads all of it.
   *
   * @throws AccessDeniedException where they see it, but not as a responder
   */
  public Seen requireResponder(String idOrReference, Person person) {
    var seen = require(idOrReference, person);
    if (!seen.as(View.RESPONDER)) {
      throw new AccessDeniedException("Not a responder of this case");
    }
    return seen;
  }

  public Optional<AccessRow> find(String idOrReference) {
    try {
      return find(UUID.fromString(idOrReference.strip()));
    } catch (IllegalArgumentException reference) {
      var named = query(where("reference").is(SearchText.reference(idOrReference)));
      return Optional.ofNullable(mongo.findOne(named, AccessRow.class));
    }
  }

  /**
   * Keeps the newest; an older event changes nothing. A listener of cases does so before all else,
   * so that nothing which fails after it holds up who may see the case.
   */
  public void keep(CaseState theCase) {
    keep(AccessRow.of(theCase));
  }

  /**
   * The same of a case as it travels.
   *
   * @throws tools.jackson.core.JacksonException where it is none
   */
  public void keep(JsonNode theCase) {
    keep(json.treeToValue(theCase, AccessRow.class));
  }

  private void keep(AccessRow row) {
    Projections.upsert(mongo, "access", row.id(), row.revision(), row);
  }
}
