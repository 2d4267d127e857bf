package org.pris.intake.declaration;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pris.platform.Ids;
import org.pris.platform.web.Keyset;
import org.pris.platform.web.Page;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/**
 * The versions before the current one, each a document of its own.
 *
 * <p>A version is kept here <em>before</em> its declaration moves on: a crash between the two
 * leaves a copy of what is still current, which the next complement finds and the list ignores.
 */
@Component
class Versions {

  @Document("versions")
  record Kept(@Id UUID id, UUID declaration, Version version) {}

  private static final Keyset<Version> NEWEST_FIRST =
      Keyset.unique("version.number", Direction.DESC, Long.class, Version::number);

  private final MongoOperations mongo;

  Versions(MongoOperations mongo) {
    this.mongo = mongo;
    var indexes = mongo.indexOps(Kept.class);
    indexes.createIndex(NEWEST_FIRST.indexed(new Index("declaration", Direction.ASC)));
    indexes.createIndex(
        new Index("declaration", Direction.ASC).on("version.request", Direction.ASC));
  }

  /** Keeps the current version; a repeat does nothing, for a version never changes. */
  void keep(Declaration declaration) {
    var version = declaration.current();
    var id = Ids.of("version", declaration.id(), version.number());
    try {
      mongo.insert(new Kept(id, declaration.id(), version));
    } catch (DuplicateKeyException _) {
      // kept by a complement that lost its race, or died before it was written
    }
  }

  /** The version that a request made, if it did. */
  Optional<Version> of(Declaration declaration, UUID request) {
    if (declaration.current().request().equals(request)) {
      return Optional.of(declaration.current());
    }
    var made = where("declaration").is(declaration.id()).and("version.request").is(request);
    return Optional.ofNullable(mongo.findOne(query(made), Kept.class)).map(Kept::version);
  }

  /** Newest first, the current one included. */
  Page<Version> list(Declaration declaration, @Nullable String after, int limit) {
    var current = declaration.current();
    List<Criteria> older =
        new ArrayList<>(
            List.of(
                where("declaration").is(declaration.id()),
                where("version.number").lt(current.number())));
    List<Version> found = new ArrayList<>();
    if (after == null) {
      found.add(current);
    } else {
      older.add(NEWEST_FIRST.following(after));
    }
    mongo
        .find(
            query(new Criteria().andOperator(older)).with(NEWEST_FIRST.sort()).limit(limit + 1),
            Kept.class)
        .forEach(it -> found.add(it.version()));
    return NEWEST_FIRST.page(found, limit);
  }

  /** Oldest first; {@link ComplementService} bounds their number. */
  List<Version> all(Declaration declaration) {
    var before =
        where("declaration")
            .is(declaration.id())
            .and("version.number")
            .lt(declaration.current().number());
    var oldestFirst = query(before).with(Sort.by("version.number"));
    return Stream.concat(
            mongo.find(oldestFirst, Kept.class).stream().map(Kept::version),
            Stream.of(declaration.current()))
        .toList();
  }
}
