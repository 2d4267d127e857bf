package org.pris.platform;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The one way in which names and numbers are made ready for a search, so that every search box
 * finds the same: neither case, accents, ligatures, kinds of blanks and hyphens, nor invisible
 * characters count. « CH Nord-Beaujour » is found by "nord beau", 990000010 by "990 000 010".
 */
public final class SearchText {

  /** What Unicode does not take apart by itself. */
  private static final Map<String, String> LIGATURES =
      Map.of("œ", "oe", "æ", "ae", "ß", "ss", "ø", "o", "ł", "l", "đ", "d", "ı", "i");

  private static final Pattern LIGATURE = Pattern.compile(String.join("|", LIGATURES.keySet()));
  private static final Pattern UNSEEN = Pattern.compile("[\\p{M}\\p{Cf}]+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");

  private SearchText() {}

  /** The words that a text is stored with; digits that stand apart also joined. */
  public static List<String> words(String text) {
    var words = plain(text);
    return Stream.concat(words.stream(), joined(words).stream()).distinct().toList();
  }

  /**
   * How a question may be meant; it is answered by what has, for one of these, a word that begins
   * with each of its words. Empty where nothing that can be seen was asked.
   */
  public static List<List<String>> readings(String question) {
    var words = plain(question);
    return Stream.of(words, joined(words))
        .filter(it -> !it.isEmpty())
        .map(it -> it.stream().distinct().toList())
        .distinct()
        .toList();
  }

  /** A reference as it is stored, from how a mail or a person writes it: "pris 2026 000004". */
  public static String reference(String written) {
    return String.join("-", plain(written)).toUpperCase(Locale.ROOT);
  }

  private static List<String> plain(String text) {
    var whole = Normalizer.normalize(text, Normalizer.Form.NFKD);
    var seen = UNSEEN.matcher(whole).replaceAll("").toLowerCase(Locale.ROOT);
    var taken = LIGATURE.matcher(seen).replaceAll(it -> LIGATURES.getOrDefault(it.group(), ""));
    return BETWEEN.splitAsStream(taken).filter(it -> !it.isEmpty()).toList();
  }

  /** The words, neighbouring numbers as one. */
  private static List<String> joined(List<String> words) {
    var joined = new ArrayList<String>();
    var number = false;
    for (var word : words) {
      var isNumber = DIGITS.matcher(word).matches();
      joined.add(isNumber && number ? joined.removeLast() + word : word);
      number = isNumber;
    }
    return List.copyOf(joined);
  }
}
