package org.pris.local.deployment;

import static java.util.stream.Collectors.toSet;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What stands in a text in places that a pattern describes. */
final class Patterns {

  private Patterns() {}

  /** What the pattern's first group holds, wherever it fits. */
  static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult it) -> it.group(1))
        .collect(toSet());
  }
}
