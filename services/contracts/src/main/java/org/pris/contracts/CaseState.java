package org.pris.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole public state of a case after an event. Every case event carries it, so that a consumer
 * needs one event alone, and a lost or late one is healed by the next.
 *
 * @param revision the event's version; a projection keeps the highest it has seen
 * @param presumedSeverity from the declared facts, until a responder decides
 * @param lead subject
 * @param people subjects of the assignees
 * @param engagement 0 before the first, then 1, 2, … over reopenings
 * @param heldUntil until when it is on hold; may have passed
 * @param mergedInto the case that this one was merged into
 * @param absorbed the cases that are merged into this one now; an unmerge removes its own
 */
public record CaseState(
    UUID id,
    long revision,
    String reference,
    CaseStatus status,
    @Nullable CaseStatus heldFrom,
    @Nullable Instant heldUntil,
    List<Affected> affected,
    IncidentType incidentType,
    Origin origin,
    @Nullable Severity severity,
    @Nullable Severity presumedSeverity,
    Trend trend,
    Care care,
    boolean significant,
    @Nullable Campaign campaign,
    List<Deadline> deadlines,
    @Nullable String lead,
    List<String> people,
    int engagement,
    @Nullable UUID mergedInto,
    List<MergedCase> absorbed,
    Access access,
    boolean exercise,
    Tlp tlp,
    Instant openedAt,
    Instant changedAt) {

  public CaseState {
    absorbed = absorbed == null ? List.of() : List.copyOf(absorbed); // an older build tells none
  }

  /** A case that is not on hold, and into which none was merged. */
  public CaseState(
      UUID id,
      long revision,
      String reference,
      CaseStatus status,
      @Nullable CaseStatus heldFrom,
      List<Affected> affected,
      IncidentType incidentType,
      Origin origin,
      @Nullable Severity severity,
      @Nullable Severity presumedSeverity,
      Trend trend,
      Care care,
      boolean significant,
      @Nullable Campaign campaign,
      List<Deadline> deadlines,
      @Nullable String lead,
      List<String> people,
      int engagement,
      @Nullable UUID mergedInto,
      Access access,
      boolean exercise,
      Tlp tlp,
      Instant openedAt,
      Instant changedAt) {
    this(
        id,
        revision,
        reference,
        status,
        heldFrom,
        null,
        affected,
        incidentType,
        origin,
        severity,
        presumedSeverity,
        trend,
        care,
        significant,
        campaign,
        deadlines,
        lead,
        people,
        engagement,
        mergedInto,
        List.of(),
        access,
        exercise,
        tlp,
        openedAt,
        changedAt);
  }
}
