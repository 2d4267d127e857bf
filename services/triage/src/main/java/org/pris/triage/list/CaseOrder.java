package org.pris.triage.list;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.pris.contracts.Access.View;
import org.pris.platform.problem.BadRequest;
import org.pris.platform.web.Cursor;
import org.pris.triage.Case;
import org.pris.triage.list.CaseFilter.Sorting;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;

/** How a list is sorted: by a stored key, then by id. */
record CaseOrder(Sorting sorting, String field, Direction direction) {

  static CaseOrder of(Sorting sorting, View view) {
    return switch (sorting) {
      case urgency ->
          new CaseOrder(
              sorting,
              view == View.AUTHORITY ? "sortKeys.authority" : "sortKeys.urgency",
              Direction.ASC);
      case opened -> new CaseOrder(sorting, "opening.openedAt", Direction.DESC);
      case changed -> new CaseOrder(sorting, "changedAt", Direction.DESC);
      case reference -> new CaseOrder(sorting, "reference", Direction.DESC);
    };
  }

  Sort sort() {
    return Sort.by(direction, field).and(Sort.by(direction, "_id"));
  }

  /** Serves this order among those that share the first field. */
  Index indexed(String first) {
    return new Index(first, Direction.ASC).on(field, direction).on("_id", direction);
  }

  String cursor(Case last) {
    return Cursor.of(sorting, value(last), last.id());
  }

  private Object value(Case it) {
    return switch (field) {
      case "sortKeys.authority" -> it.sortKeys().authority();
      case "sortKeys.urgency" -> it.sortKeys().urgency();
      case "reference" -> it.reference();
      case "opening.openedAt" -> it.opening().openedAt().toEpochMilli();
      default -> it.changedAt().toEpochMilli();
    };
  }

  /** Those behind the cursor. */
  Criteria following(String cursor) {
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
      var rising = direction == Direction.ASC;
      var from = where(field); // bounds the index, which an alternative does not
      var beyond = where(field);
      var same = where(field).is(value).and("_id");
      return new Criteria()
          .andOperator(
              rising ? from.gte(value) : from.lte(value),
              new Criteria()
                  .orOperator(
                      rising ? beyond.gt(value) : beyond.lt(value),
                      rising ? same.gt(id) : same.lt(id)));
    } catch (IllegalArgumentException _) {
      throw new BadRequest("after", "is not a cursor of this list");
    }
  }
}
