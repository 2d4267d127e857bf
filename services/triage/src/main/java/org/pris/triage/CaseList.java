package org.pris.triage;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access.View;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.platform.BadQuery;
import org.pris.platform.Cursor;
import org.pris.platform.Page;
import org.pris.triage.CaseFilter.Sorting;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Lists cases. Who may see which is part of the query; each view is asked only by its own fields,
 * so that a filter tells nobody what they may not read.
 */
@Component
class CaseList {

  private static final Map<View, Set<String>> FILTERS =
      Map.of(
          View.RESPONDER,
          Set.of(
              "status",
              "severity",
              "type",
              "department",
              "establishment",
              "assignee",
              "campaign",
              "q"),
          View.ESTABLISHMENT,
          Set.of("status", "severity", "type", "department", "establishment", "q"),
          View.AUTHORITY,
          Set.of("status", "severity", "department", "establishment", "campaign", "q"),
          View.HEADLINE,
          Set.of("q"));

  private static final Map<View, Set<Sorting>> SORTS =
      Map.of(
          View.RESPONDER, EnumSet.allOf(Sorting.class),
          View.ESTABLISHMENT, EnumSet.complementOf(EnumSet.of(Sorting.urgency)),
          View.AUTHORITY, EnumSet.allOf(Sorting.class),
          View.HEADLINE, EnumSet.of(Sorting.reference));

  /** A stored key to sort by. */
  private record Key(String field, Direction direction) {}

  private final MongoOperations mongo;
  private final Views views;

  CaseList(MongoOperations mongo, Views views) {
    this.mongo = mongo;
    this.views = views;
    var indexes = mongo.indexOps(Case.class);
    for (var sorting : Sorting.values()) {
      for (var view : List.of(View.RESPONDER, View.AUTHORITY)) {
        var key = key(sorting, view);
        indexes.createIndex(
            new Index("ranks.open", Direction.ASC)
                .on(key.field(), key.direction())
                .on("_id", key.direction()));
      }
    }
    indexes.createIndex(new Index("affected.words", Direction.ASC));
    indexes.createIndex(new Index("ranks.words", Direction.ASC));
    indexes.createIndex(new Index("affected.establishment.finess", Direction.ASC));
    indexes.createIndex(new Index("affected.establishment.legalEntity", Direction.ASC));
  }

  Page<ListedCase> find(CaseFilter filter, Person person) {
    var limit = Cursor.limit(filter.limit());
    var seen = seen(person);
    if (seen.isEmpty()) {
      return new Page<>(List.of(), null);
    }
    var sorting = filter.sort() == null ? usual(seen) : filter.sort();
    var asked = seen.stream().filter(it -> refused(it, filter, sorting) == null).toList();
    if (asked.isEmpty()) {
      throw new BadQuery(
          String.valueOf(refused(seen.getFirst(), filter, sorting)), "is not of your view");
    }
    var key = key(sorting, asked.getFirst());
    var parts =
        asked.stream()
            .filter(it -> key(sorting, it).equals(key))
            .map(it -> CaseQuery.of(it, filter, person))
            .toList();
    var all = new ArrayList<Criteria>();
    all.add(new Criteria().orOperator(parts));
    if (filter.after() != null) {
      all.add(following(filter.after(), sorting, key));
    }
    var query =
        new Query(new Criteria().andOperator(all))
            .with(Sort.by(key.direction(), key.field()).and(Sort.by(key.direction(), "_id")))
            .limit(limit + 1);
    var found = mongo.find(query, Case.class);
    return Page.of(found, limit, it -> Cursor.of(sorting, value(it, key), it.id()))
        .map(it -> views.listed(it, person));
  }

  /** The views that a person's roles give of any case, the fullest first. */
  private static List<View> seen(Person person) {
    var seen = new ArrayList<View>();
    if (person.isAny(Role.RESPONDER, Role.LEAD)) {
      seen.add(View.RESPONDER);
    }
    if (person.is(Role.DECLARANT) && !person.establishments().isEmpty()) {
      seen.add(View.ESTABLISHMENT);
    }
    if (person.is(Role.AUTHORITY)) {
      seen.add(View.AUTHORITY);
    }
    if (person.is(Role.LEAD)) {
      seen.add(View.HEADLINE);
    }
    return seen;
  }

  private static Sorting usual(List<View> seen) {
    return seen.getFirst() == View.ESTABLISHMENT ? Sorting.opened : Sorting.urgency;
  }

  /** The first parameter that is not of the view. */
  private static @Nullable String refused(View view, CaseFilter filter, Sorting sorting) {
    var allowed = FILTERS.getOrDefault(view, Set.of());
    for (var used : filter.used()) {
      if (!allowed.contains(used)) {
        return used;
      }
    }
    return SORTS.getOrDefault(view, Set.of()).contains(sorting) ? null : "sort";
  }

  private static Key key(Sorting sorting, View view) {
    return switch (sorting) {
      case urgency ->
          new Key(view == View.AUTHORITY ? "ranks.authority" : "ranks.urgency", Direction.ASC);
      case opened -> new Key("opening.openedAt", Direction.DESC);
      case changed -> new Key("changedAt", Direction.DESC);
      case reference -> new Key("reference", Direction.DESC);
    };
  }

  private static Object value(Case it, Key key) {
    return switch (key.field()) {
      case "ranks.authority" -> it.ranks().authority();
      case "ranks.urgency" -> it.ranks().urgency();
      case "reference" -> it.reference();
      case "opening.openedAt" -> it.opening().openedAt().toEpochMilli();
      default -> it.changedAt().toEpochMilli();
    };
  }

  private static Criteria following(String cursor, Sorting sorting, Key key) {
    var read = Cursor.read(cursor, 3);
    try {
      if (!read.getFirst().equals(sorting.name())) {
        throw new IllegalArgumentException("of another order");
      }
      Object value =
          sorting == Sorting.urgency || sorting == Sorting.reference
              ? read.get(1)
              : Date.from(Instant.ofEpochMilli(Long.parseLong(read.get(1))));
      var id = UUID.fromString(read.get(2));
      var rising = key.direction() == Direction.ASC;
      var beyond = where(key.field());
      var same = where(key.field()).is(value).and("_id");
      return new Criteria()
          .orOperator(
              rising ? beyond.gt(value) : beyond.lt(value), rising ? same.gt(id) : same.lt(id));
    } catch (IllegalArgumentException _) {
      throw new BadQuery("after", "is not a cursor of this list");
    }
  }
}
