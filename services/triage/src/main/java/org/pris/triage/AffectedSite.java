package org.pris.triage;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Affected;
import org.pris.contracts.Establishment;
import org.pris.contracts.RegulatoryProfile;
import org.pris.contracts.Site;
import org.pris.platform.SearchText;

/**
 * An establishment that a case touches, and what decides on its clocks.
 *
 * @param since when it was noticed there: most clocks start with it
 * @param addedAt when the case learnt of it: our own clocks start there
 * @param joinedAt when it joined a case that others had begun: it reads nothing recorded before;
 *     null: it was there from the beginning
 * @param words of its name and number, as a search finds them
 */
public record AffectedSite(
    Establishment establishment,
    RegulatoryProfile profile,
    Instant since,
    Instant addedAt,
    @Nullable Instant joinedAt,
    List<String> words) {

  /** Keeps a case under 64 kB: each has its own deadlines. */
  public static final int MOST = 20;

  public static AffectedSite of(
      Establishment establishment, RegulatoryProfile profile, Instant since, Instant addedAt) {
    var words =
        Stream.of(establishment.name(), establishment.finess())
            .flatMap(it -> SearchText.words(it).stream())
            .distinct()
            .toList();
    return new AffectedSite(establishment, profile, since, addedAt, null, words);
  }

  /** The same, as the case knows it that brought it. */
  public AffectedSite as(MergedPart.Brought it) {
    return new AffectedSite(establishment, profile, it.since(), it.addedAt(), joinedAt, words);
  }

  public AffectedSite joined(Instant at) {
    return new AffectedSite(establishment, profile, since, addedAt, at, words);
  }

  /** The same, noticed at another hour than was said first. */
  public AffectedSite corrected(Instant newSince) {
    return new AffectedSite(establishment, profile, newSince, addedAt, joinedAt, words);
  }

  public String finess() {
    return establishment.finess();
  }

  public Site site() {
    return new Site(establishment.finess(), establishment.legalEntity(), joinedAt);
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
