package org.pris.intake.declaration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pris.intake.establishment.Finess;

/**
 * Something that was accepted and should be looked at.
 *
 * @param code NIR: it looks like a social security number, and no patient belongs in here;
 *     FINESS_KEY: the check digit does not fit, perhaps the number is mistyped
 */
record Warning(String field, Code code, String message) {

  enum Code {
    /** looks like a French social security number */
    NIR,
    /** the check digit of a Corsican number does not fit */
    FINESS_KEY
  }

  /** Sex, year, month, département, commune, order, and the two digits of the key if written. */
  private static final Pattern NIR =
      Pattern.compile(
          "(?<![0-9])[1-478][ .\\-\\u00a0]?[0-9]{2}[ .\\-\\u00a0]?(?:0[1-9]|[1-9][0-9])"
              + "[ .\\-\\u00a0]?(?:[0-9]{2}|2[ABab])[ .\\-\\u00a0]?[0-9]{3}[ .\\-\\u00a0]?[0-9]{3}"
              + "(?:[ .\\-\\u00a0]?[0-9]{2})?(?![0-9])");

  static List<Warning> of(String finess, Answers answers) {
    List<Warning> found = new ArrayList<>();
    if (Finess.read(finess).filter(it -> it.key() != Finess.Key.RIGHT).isPresent()) {
      found.add(
          new Warning("establishment", Code.FINESS_KEY, "check digit does not fit: mistyped?"));
    }
    texts(answers)
        .forEach((field, text) -> {
          if (text != null && NIR.matcher(text).find()) {
            found.add(
                new Warning(field, Code.NIR, "looks like a social security number: take it out"));
          }
        });
    return found;
  }

  private static Map<String, @Nullable String> texts(Answers answers) {
    Map<String, @Nullable String> texts = new LinkedHashMap<>();
    texts.put("description", answers.description());
    var declarant = answers.declarant();
    if (declarant != null) {
      texts.put("declarant.function", declarant.function());
      texts.put("declarant.outOfBandContact", declarant.outOfBandContact());
    }
    return texts;
  }
}
