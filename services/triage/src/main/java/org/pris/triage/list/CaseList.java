package org.pris.triage.list;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access.View;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.platform.problem.BadRequest;
import org.pris.platform.web.Cursor;
import org.pris.platform.web.Page;
import org.pris.triage.Case;
import org.pris.triage.list.CaseFilter.Sorting;
import org.pris.triage.people.People;
import org.pris.triage.view.ListedCase;
import org.pris.triage.view.Views;
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
public class CaseList {

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

  /** What no card shows, and what may be long. */
  private static final String[] UNSHOWN = {
    "outbox", "declared", "opening.description", "affected.words", "lifecycle.absorbed"
  };

  private final MongoOperations mongo;
  private final People people;
  private final Views views;

  CaseList(MongoOperations mongo, People people, Views views) {
    this.mongo = mongo;
    this.people = people;
    this.views = views;
    var indexes = mongo.indexOps(Case.class);
    for (var sorting : Sorting.values()) {
      for (var view : List.of(View.RESPONDER, View.AUTHORITY)) {
        indexes.createIndex(CaseOrder.of(sorting, view).indexed(first("lifecycle.status")));
      }
    }
    var headlines = CaseOrder.of(Sorting.reference, View.HEADLINE);
    indexes.createIndex(headlines.indexed(first("access.restricted"))); // open or not
    var own = CaseOrder.of(Sorting.opened, View.ESTABLISHMENT);
    indexes.createIndex(own.indexed(first("access.establishments.finess")));
    indexes.createIndex(own.indexed(first("access.establishments.legalEntity")));
    indexes.createIndex(new Index("affected.words", Direction.ASC));
    indexes.createIndex(new Index("sortKeys.words", Direction.ASC));
    indexes.createIndex(new Index("affected.establishment.finess", Direction.ASC));
    indexes.createIndex(new Index("affected.establishment.legalEntity", Direction.ASC));
  }

  public Page<ListedCase> find(CaseFilter requested, Person person) {
    var filter = requested.assignedTo(people.subjects(requested.assignee()));
    var limit = Cursor.limit(filter.limit());
    var seen = seen(person);
    if (seen.isEmpty()) {
      return new Page<>(List.of(), null);
    }
    var sorting = filter.sort() == null ? usual(seen) : filter.sort();
    var asked = seen.stream().filter(it -> refused(it, filter, sorting) == null).toList();
    if (asked.isEmpty()) {
      throw new BadRequest(
          String.valueOf(refused(seen.getFirst(), filter, sorting)), "is not of your view");
    }
    var order = CaseOrder.of(sorting, asked.getFirst());
    var parts =
        asked.stream()
            .filter(it -> CaseOrder.of(sorting, it).equals(order))
            .map(it -> CaseQuery.of(it, filter, person))
            .toList();
    var all = new ArrayList<Criteria>();
    // one view alone is no alternative: its order can then be read off an index
    all.add(parts.size() == 1 ? parts.getFirst() : new Criteria().orOperator(parts));
    if (filter.after() != null) {
      all.add(order.following(filter.after()));
    }
    var query = new Query(new Criteria().andOperator(all)).with(order.sort()).limit(limit + 1);
    query.fields().exclude(UNSHOWN);
    var found = mongo.find(query, Case.class);
    return views.listed(order.page(found, limit), person);
  }

  private static Index first(String field) {
    return new Index(field, Direction.ASC);
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
}
