package org.pris.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Affected;
import org.pris.contracts.CareLineCode;
import org.pris.contracts.CareMode;
import org.pris.contracts.CareState;
import org.pris.contracts.CaseState;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Deadline;
import org.pris.contracts.DeadlineStatus;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Phase;
import org.pris.contracts.Progress;
import org.pris.contracts.Severity;
import org.pris.contracts.Tlp;
import org.pris.contracts.Trend;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is told: codes and numbers. No free text, no person, no legal clock but CERT Santé's. A test
 * names every field and fails on one that nobody allowed.
 *
 * @param id the webhook-id: the same over attempts and replays
 * @param timestamp when it happened
 */
record Payload(UUID id, String type, Instant timestamp, Data data) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * The case after the event.
   *
   * @param sequence counts per case and endpoint from 1 without gaps
   * @param revision of the case in here: one that comes with a task may be older than one already
   *     told
   * @param establishment the one that declared
   * @param severity null until somebody decided; {@code presumedSeverity} is from what was declared
   * @param tlp AMBER at most: what is stricter does not travel, and this much may
   * @param progress per phase; only where a task changed
   * @param link leads to the case, behind a login
   */
  record Data(
      UUID caseId,
      String caseReference,
      long sequence,
      long revision,
      @Nullable Place establishment,
      List<Place> affected,
      CaseStatus status,
      @Nullable Severity severity,
      @Nullable Severity presumedSeverity,
      Trend trend,
      PatientHarm patientHarm,
      CareMode careMode,
      List<Line> lines,
      Counts counts,
      List<Clock> deadlines,
      boolean significant,
      @Nullable String campaign,
      @Nullable List<Step> progress,
      boolean exercise,
      Tlp tlp,
      String link) {}

  record Place(String finess, String name, String department) {
    public static Place of(Affected affected) {
      var it = affected.establishment();
      return new Place(it.finess(), it.name(), it.department());
    }
  }

  record Line(
      CareLineCode line,
      CareState state,
      @Nullable Instant since,
      @Nullable Instant expectedReturn,
      @Nullable String divertedTo) {}

  record Counts(@Nullable Integer cancelledOperations, @Nullable Integer transfers) {}

  record Clock(
      String establishment,
      String regime,
      DeadlineStatus status,
      boolean withoutDelay,
      @Nullable Instant dueAt,
      @Nullable Instant at) {
    public static Clock of(Deadline it) {
      return new Clock(
          it.establishment(), it.regime(), it.status(), it.withoutDelay(), it.dueAt(), it.at());
    }
  }

  record Step(Phase phase, int total, int done) {}

  /** Of one event alone. */
  public static Payload of(UUID id, NotifiableEvent told, long sequence, String site) {
    return new Payload(
        id, told.type(), told.at(), data(told.theCase(), told.progress(), sequence, site));
  }

  /** The very bytes that are signed and sent. */
  public String json() {
    return JSON.writeValueAsString(this);
  }

  private static Data data(CaseState it, @Nullable Progress progress, long sequence, String site) {
    var places = it.affected().stream().map(Place::of).toList();
    var care = it.care();
    return new Data(
        it.id(),
        it.reference(),
        sequence,
        it.revision(),
        places.isEmpty() ? null : places.getFirst(),
        places,
        it.status(),
        it.severity(),
        it.presumedSeverity(),
        it.trend(),
        care.patientHarm(),
        care.careMode(),
        care.lines().stream()
            .map(l -> new Line(l.line(), l.state(), l.since(), l.expectedReturn(), l.divertedTo()))
            .toList(),
        new Counts(care.cancelledOperations(), care.transfers()),
        it.deadlines().stream().filter(Whitelist::shows).map(Clock::of).toList(),
        it.significant(),
        it.campaign() == null ? null : it.campaign().reference(),
        progress == null ? null : steps(progress),
        it.exercise(),
        it.tlp().compareTo(Tlp.AMBER) > 0 ? Tlp.AMBER : it.tlp(),
        site + "/cases/" + it.reference());
  }

  private static List<Step> steps(Progress progress) {
    return progress.phases().stream()
        .map(it -> new Step(it.phase(), it.total(), it.done()))
        .toList();
  }
}
