package org.pris.platform.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A bounded piece of a list.
 *
 * @param next cursor of the following piece; null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

  /**
   * Cuts what was read with a limit of one more than asked for.
   *
   * @param cursor of the last item that is shown
   */
  public static <T> Page<T> of(List<T> readOneMore, int limit, Function<T, String> cursor) {
    if (readOneMore.size() <= limit) {
      return new Page<>(readOneMore, null);
    }
    var items = readOneMore.subList(0, limit);
    return new Page<>(List.copyOf(items), cursor.apply(items.getLast()));
  }

  public <R> Page<R> map(Function<T, R> view) {
    return new Page<>(items.stream().map(view).toList(), next);
  }
}
