package org.pris.intake.declaration;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Person;
import org.pris.platform.audit.AuditedCases;
import org.pris.platform.problem.NotFound;
import org.pris.platform.web.Keyset;
import org.pris.platform.web.Page;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Declarations, each read only by whom it is for: the query itself says so. */
@Component
class Declarations implements AuditedCases {

  private static final Keyset<Declaration> NEWEST_FIRST =
      Keyset.newestFirst("submittedAt", Declaration::submittedAt, Declaration::id);

  private static final int SHOWN_BESIDE = 3;

  private final MongoOperations mongo;

  Declarations(MongoOperations mongo) {
    this.mongo = mongo;
    var indexes = mongo.indexOps(Declaration.class);
    indexes.createIndex(NEWEST_FIRST.indexed(new Index()));
    indexes.createIndex(NEWEST_FIRST.indexed(new Index("establishment.finess", Direction.ASC)));
    indexes.createIndex(
        NEWEST_FIRST.indexed(new Index("establishment.legalEntity", Direction.ASC)));
    indexes.createIndex(NEWEST_FIRST.indexed(new Index("submitted.subject", Direction.ASC)));
    indexes.createIndex(new Index("reference", Direction.ASC));
    indexes.createIndex(
        NEWEST_FIRST.indexed(
            new Index("establishment.finess", Direction.ASC).on("theCase.status", Direction.ASC)));
  }

  /**
   * The declaration by id or reference, where the person may know of it.
   *
   * @throws NotFound unknown or not theirs, alike
   */
  Declaration require(String idOrReference, Person person) {
    return require(name(idOrReference), DeclarationAccess.some(person));
  }

  /** The same, where the person may read what it says. */
  Declaration requireWhole(String idOrReference, Person person) {
    return require(name(idOrReference), DeclarationAccess.all(person));
  }

  /** A case has its declaration's id. */
  @Override
  public Optional<UUID> named(String idOrReference) {
    var named = query(name(idOrReference));
    named.fields().include("_id");
    return Optional.ofNullable(mongo.findOne(named, Document.class, "declarations"))
        .map(it -> it.get("_id", UUID.class));
  }

  @Override
  public UUID asResponder(String idOrReference, Person person) {
    var declaration = requireWhole(idOrReference, person);
    if (!DeclarationAccess.responds(person, declaration)) {
      throw new AccessDeniedException("Not a responder of this case");
    }
    return declaration.id();
  }

  private Declaration require(Criteria named, Criteria seen) {
    var found = mongo.findOne(query(new Criteria().andOperator(named, seen)), Declaration.class);
    if (found == null) {
      throw new NotFound();
    }
    return found;
  }

  /**
   * @param establishment FINESS number to narrow the list to, site or legal entity
   */
  Page<Declaration> list(
      Person person, @Nullable String establishment, @Nullable String after, int limit) {
    List<Criteria> all = new ArrayList<>(List.of(DeclarationAccess.some(person)));
    if (establishment != null) {
      all.add(
          new Criteria()
              .orOperator(
                  where("establishment.finess").is(establishment),
                  where("establishment.legalEntity").is(establishment)));
    }
    if (after != null) {
      all.add(NEWEST_FIRST.following(after));
    }
    var found =
        mongo.find(
            query(new Criteria().andOperator(all)).with(NEWEST_FIRST.sort()).limit(limit + 1),
            Declaration.class);
    return NEWEST_FIRST.page(found, limit);
  }

  /**
   * Other declarations of the same establishment that are open or have no case yet, newest first;
   * real ones beside real ones, exercises beside exercises.
   */
  List<Declaration> openBeside(Declaration declaration, Person person) {
    var open =
        where("establishment.finess")
            .is(declaration.establishment().finess())
            .and("theCase.status")
            .in(openStatuses())
            .and("exercise")
            .is(declaration.exercise())
            .and("_id")
            .ne(declaration.id());
    var seen = new Criteria().andOperator(open, DeclarationAccess.some(person));
    return mongo.find(query(seen).with(NEWEST_FIRST.sort()).limit(SHOWN_BESIDE), Declaration.class);
  }

  private static List<@Nullable Object> openStatuses() {
    var open = new ArrayList<@Nullable Object>();
    open.add(null); // triage has not opened the case yet
    Stream.of(CaseStatus.values()).filter(CaseStatus::isOpen).forEach(open::add);
    return open;
  }

  private static Criteria name(String idOrReference) {
    try {
      return where("_id").is(UUID.fromString(idOrReference));
    } catch (IllegalArgumentException _) {
      return where("reference").is(idOrReference);
    }
  }
}
