package org.pris.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pris.platform.problem.BadRequest;

/** Where a list goes on: the sort keys of the last item shown, opaque to the caller. */
public final class Cursor {

  private static final String SEPARATOR = "\u001f";
  private static final int LARGEST = 200;
  private static final int USUAL = 50;

  private Cursor() {}

  public static String of(Object... keys) {
    var text = Arrays.stream(keys).map(String::valueOf).collect(Collectors.joining(SEPARATOR));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The keys that {@link #of} was given, as text.
   *
   * @throws BadRequest where it is not one of ours, or has another number of keys
   */
  public static List<String> read(String cursor, int keys) {
    try {
      var bytes = Base64.getUrlDecoder().decode(cursor);
      var read = List.of(new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, -1));
      if (read.size() == keys) {
        return read;
      }
    } catch (IllegalArgumentException _) {
      // answered below
    }
    throw new BadRequest("after", "is not a cursor of this list");
  }

  /** How many items to show: 50 where nothing is asked, 200 at most. */
  public static int limit(@Nullable Integer asked) {
    if (asked == null) {
      return USUAL;
    }
    if (asked < 1 || asked > LARGEST) {
      throw new BadRequest("limit", "must be from 1 to " + LARGEST);
    }
    return asked;
  }
}
