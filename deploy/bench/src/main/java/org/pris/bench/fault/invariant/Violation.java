package org.pris.bench.fault.invariant;

/**
 * Something that must not be.
 *
 * @param invariant which of the six
 * @param about the id of what it is about: a case, a declaration, an event
 * @param seen what was seen instead of what should be
 */
public record Violation(Invariant invariant, String about, String seen) {

  @Override
  public String toString() {
    return invariant.words() + " · " + about + " · " + seen;
  }
}
