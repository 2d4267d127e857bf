package org.pris.platform;

import org.jspecify.annotations.Nullable;

/** What a person can see of a text: an answer that nobody can see is none. */
public final class VisibleText {

  /** Blank although Unicode calls them letters or symbols: Hangul fillers and the empty Braille. */
  private static final String FILLERS = "\u115F\u1160\u3164\uFFA0\u2800";

  private VisibleText() {}

  /**
   * Whether nothing of it can be seen: absent, or blanks, marks of direction and the like alone.
   */
  public static boolean isBlank(@Nullable String text) {
    return text == null || text.codePoints().noneMatch(VisibleText::isVisible);
  }

  /**
   * Whether it holds what no keyboard writes and no page shows: control characters other than tabs
   * and line ends, and halves of surrogate pairs.
   */
  public static boolean holdsControls(@Nullable String text) {
    return text != null
        && text.codePoints()
            .anyMatch(it ->
                Character.getType(it) == Character.SURROGATE
                    || (Character.isISOControl(it) && it != '\t' && it != '\n' && it != '\r'));
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          false;
      default -> FILLERS.indexOf(codePoint) < 0;
    };
  }
}
