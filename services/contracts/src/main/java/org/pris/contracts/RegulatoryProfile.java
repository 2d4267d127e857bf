package org.pris.contracts;

/** What decides which legal clocks apply to an establishment. */
public record RegulatoryProfile(
    Answer essentialServicesOperator, Answer insured, Answer nis2Entity) {

  public static final RegulatoryProfile UNKNOWN =
      new RegulatoryProfile(Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN);
}
