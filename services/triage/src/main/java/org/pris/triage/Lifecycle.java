package org.pris.triage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
 * @param remindedAt when its people were reminded that the hold has run out
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
    @Nullable Instant remindedAt,
    @Field("been") List<CaseStatus> visitedStatuses,
    int engagement,
    @Nullable Mandate mandate,
    @Nullable Merging merging,
    @Nullable UUID mergedInto,
    @Nullable String mergedIntoReference,
    List<MergedPart> absorbed) {

  /** Lists read a case without what it took in. */
  public Lifecycle {
    absorbed = Objects.requireNonNullElse(absorbed, List.of());
  }

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
    return moved(next, at, null, null, engagement, mandate, null, null);
  }

  public Lifecycle held(Instant at, Instant until) {
    return moved(CaseStatus.ON_HOLD, at, status, until, engagement, mandate, null, null);
  }

  public Lifecycle engaged(Instant at, Mandate on) {
    return moved(CaseStatus.ENGAGED, at, null, null, engagement + 1, on, null, null);
  }

  public Lifecycle merged(Case into, Instant at) {
    return moved(
        CaseStatus.MERGED, at, null, null, engagement, mandate, into.id(), into.reference());
  }

  public Lifecycle merging(@Nullable Merging under) {
    return with(remindedAt, under, absorbed);
  }

  /** Its people were told that the hold has run out. */
  public Lifecycle reminded(Instant at) {
    return with(at, merging, absorbed);
  }

  public Lifecycle absorbing(MergedPart source) {
    var all = Stream.concat(absorbed.stream(), Stream.of(source)).toList();
    return with(remindedAt, merging, all);
  }

  public Lifecycle releasing(UUID source) {
    var left = absorbed.stream().filter(it -> !it.id().equals(source)).toList();
    return with(remindedAt, merging, left);
  }

  /** Merged into that case, or about to be. */
  public boolean goesWith(UUID other) {
    return other.equals(mergedInto) || (merging != null && other.equals(merging.into));
  }

  /** Whether PRIS is at work in the establishment's systems, or was when the case was held. */
  public boolean isEngaged() {
    return switch (heldFrom == null ? status : heldFrom) {
      case ENGAGED, MONITORING, REPORTING -> true;
      default -> false;
    };
  }

  private Lifecycle moved(
      CaseStatus next,
      Instant at,
      @Nullable CaseStatus from,
      @Nullable Instant until,
      int newEngagement,
      @Nullable Mandate on,
      @Nullable UUID into,
      @Nullable String intoReference) {
    var visited =
        visitedStatuses.contains(next)
            ? visitedStatuses
            : Stream.concat(visitedStatuses.stream(), Stream.of(next)).toList();
    return new Lifecycle(
        next,
        at,
        from,
        until,
        null,
        visited,
        newEngagement,
        on,
        null,
        into,
        intoReference,
        absorbed);
  }

  private Lifecycle with(
      @Nullable Instant reminded, @Nullable Merging under, List<MergedPart> all) {
    return new Lifecycle(
        status,
        since,
        heldFrom,
        heldUntil,
        reminded,
        visitedStatuses,
        engagement,
        mandate,
        under,
        mergedInto,
        mergedIntoReference,
        all);
  }
}
