package org.pris.platform.web;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pris.platform.problem.BadRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * How a list is sorted and where its next piece begins: by a stored key, then by id. The last page
 * costs what the first does.
 *
 * @param field holds the key; a cursor names it, so that no other list takes that cursor
 * @param keyType {@link Instant}, of which milliseconds are stored, {@link Long} or {@link String}
 * @param id tells items of one key apart; null where each key is unique
 */
public record Keyset<T>(
    String field,
    Direction direction,
    Class<?> keyType,
    Function<T, ?> key,
    @Nullable Function<T, UUID> id) {

  private static final String ID = "_id";

  public static <T> Keyset<T> newestFirst(
      String field, Function<T, Instant> at, Function<T, UUID> id) {
    return new Keyset<>(field, Direction.DESC, Instant.class, at, id);
  }

  /** By a key that no two items share. */
  public static <T, K> Keyset<T> unique(
      String field, Direction direction, Class<K> keyType, Function<T, K> key) {
    return new Keyset<>(field, direction, keyType, key, null);
  }

  public Sort sort() {
    var byKey = Sort.by(direction, field);
    return id == null ? byKey : byKey.and(Sort.by(direction, ID));
  }

  /** {@code index} goes on with what serves this order. */
  public Index indexed(Index index) {
    var byKey = index.on(field, direction);
    return id == null ? byKey : byKey.on(ID, direction);
  }

  /** What was read with a limit of one more than asked for, as a piece. */
  public Page<T> page(List<T> readOneMore, int limit) {
    return Page.of(readOneMore, limit, this::cursor);
  }

  private String cursor(T last) {
    var value = key.apply(last);
    var text = value instanceof Instant at ? at.toEpochMilli() : value;
    return id == null ? Cursor.of(field, text) : Cursor.of(field, text, id.apply(last));
  }

  /**
   * Those behind the cursor.
   *
   * @throws BadRequest where it is not a cursor of this list
   */
  public Criteria following(String cursor) {
    var read = Cursor.read(cursor, id == null ? 2 : 3);
    try {
      if (!read.getFirst().equals(field)) {
        throw new IllegalArgumentException("of another order");
      }
      var value = value(read.get(1));
      return id == null
          ? behind(where(field), value)
          : behindItem(value, UUID.fromString(read.getLast()));
    } catch (IllegalArgumentException _) {
      throw new BadRequest("after", "is not a cursor of this list");
    }
  }

  private Criteria behindItem(Object value, UUID id) {
    var from = where(field); // bounds the index, which an alternative does not
    return new Criteria()
        .andOperator(
            direction.isAscending() ? from.gte(value) : from.lte(value),
            new Criteria()
                .orOperator(
                    behind(where(field), value), behind(where(field).is(value).and(ID), id)));
  }

  private Criteria behind(Criteria criteria, Object value) {
    return direction.isAscending() ? criteria.gt(value) : criteria.lt(value);
  }

  private Object value(String text) {
    if (keyType == String.class) {
      return text;
    }
    var number = Long.parseLong(text);
    return keyType == Long.class ? (Object) number : Instant.ofEpochMilli(number);
  }
}
