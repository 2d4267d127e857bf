package org.pris.triage;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.pris.contracts.Affected;
import org.pris.contracts.Establishment;
import org.pris.contracts.RegulatoryProfile;
import org.pris.contracts.Site;

/**
 * An establishment that a case touches, and what decides on its clocks.
 *
 * @param since when it was noticed there: most clocks start with it
 * @param addedAt when the case learnt of it: our own clocks start there
 * @param words of its name and number, as a search finds them
 */
public record AffectedSite(
    Establishment establishment,
    RegulatoryProfile profile,
    Instant since,
    Instant addedAt,
    List<String> words) {

  /** Keeps a case under 64 kB: each has its own deadlines. */
  public static final int MOST = 20;

  public static AffectedSite of(
      Establishment establishment, RegulatoryProfile profile, Instant since, Instant addedAt) {
    var words = SortKeys.words(establishment.name() + " " + establishment.finess());
    return new AffectedSite(establishment, profile, since, addedAt, words);
  }

  /** The same, as the case knows it that brought it. */
  public AffectedSite as(MergedPart.Brought it) {
    return new AffectedSite(establishment, profile, it.since(), it.addedAt(), words);
  }

  public String finess() {
    return establishment.finess();
  }

  public Site site() {
    return new Site(establishment.finess(), establishment.legalEntity());
  }

  public Affected told() {
    return new Affected(establishment, since);
  }

  /** Whether it, or its legal entity, is one of these numbers. */
  public boolean isOf(Set<String> numbers) {
    return numbers.contains(establishment.finess())
        || numbers.contains(establishment.legalEntity());
  }
}
