package org.pris.triage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Actor;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Personal;
import org.pris.triage.command.EmergencyAuthorisation;
import org.springframework.data.mongodb.core.mapping.Field;

/**
 * Where a case stands and has visitedStatuses.
 *
 * @param heldFrom where a case on hold goes back to
 * @param visitedStatuses every status it has had, once each
 * @param engagement 0 before the first, then 1, 2, … over reopenings
 * @param merging a merge under way: until it ends no other command is taken
 * @param absorbed cases merged into this one, and what came with each
 */
public record Lifecycle(
    CaseStatus status,
    Instant since,
    @Nullable CaseStatus heldFrom,
    @Nullable Instant heldUntil,
    @Field("been") List<CaseStatus> visitedStatuses,
    int engagement,
    @Nullable Mandate mandate,
    @Nullable Merging merging,
    @Nullable UUID mergedInto,
    @Nullable String mergedIntoReference,
    List<MergedPart> absorbed) {

  /**
   * On what ground PRIS works in the establishment's systems.
   *
   * @param confirmBy until when an emergency authorisation has to be confirmed in writing
   */
  public record Mandate(
      @Nullable String agreement,
      @Nullable EmergencyAuthorisation emergencyAuthorisation,
      @Nullable Instant confirmBy) {}

  /**
   * Into which case, since when, and who asked.
   *
   * @param undone why the two are being parted again; null while they are being merged
   */
  public record Merging(UUID into, Instant at, Actor by, @Personal @Nullable String undone) {}

  public static Lifecycle received(Instant at) {
    return new Lifecycle(
        CaseStatus.RECEIVED,
        at,
        null,
        null,
        List.of(CaseStatus.RECEIVED),
        0,
        null,
        null,
        null,
        null,
        List.of());
  }

  public Lifecycle to(CaseStatus next, Instant at) {
    var all =
        visitedStatuses.contains(next)
            ? visitedStatuses
            : Stream.concat(visitedStatuses.stream(), Stream.of(next)).toList();
    return new Lifecycle(
        next, at, null, null, all, engagement, mandate, null, null, null, absorbed);
  }

  public Lifecycle held(Instant at, Instant until) {
    var on = to(CaseStatus.ON_HOLD, at);
    return new Lifecycle(
        on.status,
        at,
        status,
        until,
        on.visitedStatuses,
        engagement,
        mandate,
        null,
        null,
        null,
        absorbed);
  }

  public Lifecycle engaged(Instant at, Mandate on) {
    var engaged = to(CaseStatus.ENGAGED, at);
    return new Lifecycle(
        engaged.status,
        at,
        null,
        null,
        engaged.visitedStatuses,
        engagement + 1,
        on,
        null,
        null,
        null,
        absorbed);
  }

  public Lifecycle merging(@Nullable Merging under) {
    return new Lifecycle(
        status,
        since,
        heldFrom,
        heldUntil,
        visitedStatuses,
        engagement,
        mandate,
        under,
        mergedInto,
        mergedIntoReference,
        absorbed);
  }

  public Lifecycle merged(Case into, Instant at) {
    var merged = to(CaseStatus.MERGED, at);
    return new Lifecycle(
        merged.status,
        at,
        null,
        null,
        merged.visitedStatuses,
        engagement,
        mandate,
        null,
        into.id(),
        into.reference(),
        absorbed);
  }

  /** Merged into that case, or about to be. */
  public boolean goesWith(UUID other) {
    return other.equals(mergedInto) || (merging != null && other.equals(merging.into));
  }

  public Lifecycle absorbing(MergedPart source) {
    return with(Stream.concat(absorbed.stream(), Stream.of(source)).toList());
  }

  public Lifecycle releasing(UUID source) {
    return with(absorbed.stream().filter(it -> !it.id().equals(source)).toList());
  }

  private Lifecycle with(List<MergedPart> all) {
    return new Lifecycle(
        status,
        since,
        heldFrom,
        heldUntil,
        visitedStatuses,
        engagement,
        mandate,
        merging,
        mergedInto,
        mergedIntoReference,
        all);
  }
}
