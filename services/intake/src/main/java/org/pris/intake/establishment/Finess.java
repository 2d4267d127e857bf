package org.pris.intake.establishment;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pris.contracts.Establishment;

/**
 * A FINESS number as people write it, cleaned, and what its check digit says.
 *
 * <p>No official text on the check digit was found. Luhn over the nine characters holds for every
 * public number tried; with A = 1 and B = 2 it also holds for the few Corsican ones, too few to
 * refuse a number over it.
 *
 * @param value nine characters, of the pattern in the XSD of the national extract
 */
public record Finess(String value, Key key) {

  /** What the check digit says. */
  public enum Key {
    RIGHT,
    /** of digits alone: mistyped */
    WRONG,
    /** of a number with a letter: perhaps mistyped */
    DOUBTFUL
  }

  private static final Pattern PATTERN = Pattern.compile(Establishment.FINESS);
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]");

  /** Empty where it cannot be a FINESS number at all. */
  public static Optional<Finess> read(String written) {
    var value = BLANKS.matcher(written).replaceAll("").toUpperCase(Locale.ROOT);
    return PATTERN.matcher(value).matches()
        ? Optional.of(new Finess(value, key(value)))
        : Optional.empty();
  }

  private static Key key(String value) {
    var sum = 0;
    for (var i = 0; i < value.length(); i++) {
      var digit = digit(value.charAt(i));
      var weighed = i % 2 == 0 ? digit : 2 * digit; // of nine, the last counts once
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    if (sum % 10 == 0) {
      return Key.RIGHT;
    }
    return Character.isDigit(value.charAt(1)) ? Key.WRONG : Key.DOUBTFUL;
  }

  private static int digit(char character) {
    return Character.isDigit(character) ? character - '0' : (character - 'A' + 1) % 10;
  }
}
