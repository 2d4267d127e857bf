package org.pris.triage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Deadline;
import org.pris.contracts.DeclaredFacts;
import org.pris.triage.deadline.CaseDeadline;
import org.pris.triage.deadline.Deadlines;

/**
 * What a case took in with another, kept so that it can be given back.
 *
 * @param id of the other case
 * @param reference of the other case; null where an older build took it in
 * @param sites that it touched
 * @param declarations that it held
 * @param clocks of which a person had said how they stand, but for those that the case had settled
 * @param breachKnownAt since when it knew of a breach of personal data
 */
public record MergedPart(
    UUID id,
    @Nullable String reference,
    List<Brought> sites,
    List<UUID> declarations,
    List<CaseDeadline> clocks,
    @Nullable Instant breachKnownAt) {

  /**
   * An establishment, as the other case knew it.
   *
   * @param added whether the case touches it on account of others alone
   */
  public record Brought(String finess, Instant since, Instant addedAt, boolean added) {}

  public static MergedPart of(Case source, Case target) {
    return new MergedPart(
        source.id(),
        source.reference(),
        source.affected().stream()
            .map(it -> new Brought(it.finess(), it.since(), it.addedAt(), !owns(target, it)))
            .toList(),
        source.declared().stream().map(DeclaredFacts::id).toList(),
        source.deadlines().stream()
            .filter(CaseDeadline::isDecided)
            .filter(it -> !settles(target, it.deadline()))
            .toList(),
        new DeadlineFacts(source).breachKnownAt());
  }

  private static boolean owns(Case target, AffectedSite site) {
    return target.affected().stream().anyMatch(it -> it.finess().equals(site.finess()))
        && target.lifecycle().absorbed().stream().noneMatch(it -> it.added(site.finess()));
  }

  private static boolean settles(Case target, Deadline clock) {
    return Deadlines.find(target.deadlines(), clock.establishment(), clock.regime())
        .filter(CaseDeadline::isFinal)
        .filter(mine -> target.lifecycle().absorbed().stream().noneMatch(it -> it.said(mine)))
        .isPresent();
  }

  /** Whether what is said of this clock came with it. */
  public boolean said(CaseDeadline clock) {
    return clocks.stream().anyMatch(clock::saysAs);
  }

  public Optional<Brought> site(String finess) {
    return sites.stream().filter(it -> it.finess().equals(finess)).findFirst();
  }

  public boolean added(String finess) {
    return site(finess).filter(Brought::added).isPresent();
  }
}
