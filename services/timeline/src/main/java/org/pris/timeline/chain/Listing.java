package org.pris.timeline.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.TimelineEvent.EntryKind;
import org.pris.platform.problem.BadRequest;
import org.pris.platform.web.Cursor;
import org.pris.platform.web.Keyset;
import org.pris.timeline.entry.Entry;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which part of a timeline is asked for.
 *
 * @param kinds none: all
 * @param after cursor of the last entry shown before; null: from the beginning
 */
public record Listing(List<EntryKind> kinds, @Nullable String after, int limit, Direction order) {

  public static Listing of(
      @Nullable List<EntryKind> kinds,
      @Nullable String after,
      @Nullable Integer limit,
      @Nullable String order) {
    return new Listing(kinds == null ? List.of() : kinds, after, Cursor.limit(limit), order(order));
  }

  /** By number. */
  public Keyset<Entry> keyset() {
    return Keyset.unique("seq", order, Long.class, Entry::seq);
  }

  void narrow(Criteria criteria) {
    if (after != null) {
      criteria.andOperator(keyset().following(after));
    }
    if (!kinds.isEmpty()) {
      criteria.and("kind").in(kinds);
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
