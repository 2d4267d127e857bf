package org.pris.contracts;

import org.jspecify.annotations.Nullable;

/**
 * A hospital or care facility, as the registry has it.
 *
 * @param finess number of the site (ET)
 * @param legalEntity number of its legal entity (EJ)
 * @param name official name of the place, never of a person
 * @param department French département, two characters
 * @param category code of the ANS terminology TRE_R66
 */
public record Establishment(
    String finess,
    String legalEntity,
    String name,
    @Nullable String commune,
    String department,
    @Nullable String category) {

  /**
   * A FINESS number: nine characters, as in the XSD of the national extract; the second is a letter
   * in Corsica.
   */
  public static final String FINESS = "[0-9][0-9A-Z][0-9]{7}";
}
