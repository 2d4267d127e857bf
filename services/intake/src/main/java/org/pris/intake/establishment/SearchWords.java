package org.pris.intake.establishment;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words as they are searched: « Val-Brisé » is found by "val" and by "BRISE". */
final class SearchWords {

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");

  private SearchWords() {}

  static List<String> in(String text) {
    var plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return Stream.of(BETWEEN.split(plain.toLowerCase(Locale.ROOT)))
        .filter(it -> !it.isEmpty())
        .toList();
  }
}
