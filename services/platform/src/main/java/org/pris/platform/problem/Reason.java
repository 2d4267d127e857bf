package org.pris.platform.problem;

import java.util.Map;

/**
 * Why a rule refuses, as a code that the reader's language words.
 *
 * @param parameters codes, counts, instants and ids that the sentence needs
 */
public record Reason(String code, Map<String, ?> parameters) {

  public Reason(String code) {
    this(code, Map.of());
  }

  public Reason(String code, String parameter, Object value) {
    this(code, Map.of(parameter, value));
  }
}
