package org.pris.triage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Actor;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Personal;
import org.pris.triage.CaseCommand.EmergencyAuthorisation;

/**
 * Where a case stands and has been.
 *
 * @param heldFrom where a case on hold goes back to
 * @param been every status it has had, once each
 * @param engagement 0 before the first, then 1, 2, … over reopenings
 * @param merging a merge under way: until it ends no other command is taken
 * @param absorbed cases merged into this one, and what came with each
 */
record Course(
    CaseStatus status,
    Instant since,
    @Nullable CaseStatus heldFrom,
    @Nullable Instant heldUntil,
    List<CaseStatus> been,
    int engagement,
    @Nullable Mandate mandate,
    @Nullable Merging merging,
    @Nullable UUID mergedInto,
    @Nullable String mergedIntoReference,
    List<Absorbed> absorbed) {

  /**
   * On what ground PRIS works in the establishment's systems.
   *
   * @param confirmBy until when an emergency authorisation has to be confirmed in writing
   */
  record Mandate(
      @Nullable String agreement,
      @Nullable EmergencyAuthorisation emergencyAuthorisation,
      @Nullable Instant confirmBy) {}

  /**
   * Into which case, since when, and who asked.
   *
   * @param undone why the two are being parted again; null while they are being merged
   */
  record Merging(UUID into, Instant at, Actor by, @Personal @Nullable String undone) {}

  static Course received(Instant at) {
    return new Course(
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

  Course to(CaseStatus next, Instant at) {
    var all = been.contains(next) ? been : Stream.concat(been.stream(), Stream.of(next)).toList();
    return new Course(next, at, null, null, all, engagement, mandate, null, null, null, absorbed);
  }

  Course held(Instant at, Instant until) {
    var on = to(CaseStatus.ON_HOLD, at);
    return new Course(
        on.status, at, status, until, on.been, engagement, mandate, null, null, null, absorbed);
  }

  Course engaged(Instant at, Mandate on) {
    var engaged = to(CaseStatus.ENGAGED, at);
    return new Course(
        engaged.status,
        at,
        null,
        null,
        engaged.been,
        engagement + 1,
        on,
        null,
        null,
        null,
        absorbed);
  }

  Course merging(@Nullable Merging under) {
    return new Course(
        status,
        since,
        heldFrom,
        heldUntil,
        been,
        engagement,
        mandate,
        under,
        mergedInto,
        mergedIntoReference,
        absorbed);
  }

  Course merged(Case into, Instant at) {
    var merged = to(CaseStatus.MERGED, at);
    return new Course(
        merged.status,
        at,
        null,
        null,
        merged.been,
        engagement,
        mandate,
        null,
        into.id(),
        into.reference(),
        absorbed);
  }

  /** Merged into that case, or about to be. */
  boolean goesWith(UUID other) {
    return other.equals(mergedInto) || (merging != null && other.equals(merging.into));
  }

  Course absorbing(Absorbed source) {
    return with(Stream.concat(absorbed.stream(), Stream.of(source)).toList());
  }

  Course releasing(UUID source) {
    return with(absorbed.stream().filter(it -> !it.id().equals(source)).toList());
  }

  private Course with(List<Absorbed> all) {
    return new Course(
        status,
        since,
        heldFrom,
        heldUntil,
        been,
        engagement,
        mandate,
        merging,
        mergedInto,
        mergedIntoReference,
        all);
  }
}
