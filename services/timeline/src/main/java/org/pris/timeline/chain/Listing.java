package org.pris.timeline.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.TimelineEvent.EntryKind;
import org.pris.platform.problem.BadRequest;
import org.pris.platform.web.Cursor;
import org.pris.timeline.entry.Entry;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which part of a timeline is asked for.
 *
 * @param kinds none: all
 * @param after number of the last entry shown before; null: from the beginning
 */
public record Listing(List<EntryKind> kinds, @Nullable Long after, int limit, Direction order) {

  public static Listing of(
      @Nullable List<EntryKind> kinds,
      @Nullable String after,
      @Nullable Integer limit,
      @Nullable String order) {
    return new Listing(
        kinds == null ? List.of() : kinds, after(after), Cursor.limit(limit), order(order));
  }

  /** Where the list goes on after {@code entry}. */
  public static String cursor(Entry entry) {
    return Cursor.of(entry.seq());
  }

  void narrow(Criteria criteria) {
    if (after != null) {
      var seq = criteria.and("seq");
      criteria = order.isAscending() ? seq.gt(after) : seq.lt(after);
    }
    if (!kinds.isEmpty()) {
      criteria.and("kind").in(kinds);
    }
  }

  private static @Nullable Long after(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      return Long.valueOf(Cursor.read(cursor, 1).getFirst());
    } catch (NumberFormatException _) {
      throw new BadRequest("after", "is not a cursor of this list");
    }
  }

  private static Direction order(@Nullable String asked) {
    return switch (asked) {
      case null -> Direction.ASC;
      case "asc" -> Direction.ASC;
      case "desc" -> Direction.DESC;
      default -> throw new BadRequest("order", "must be asc or desc");
    };
  }
}
