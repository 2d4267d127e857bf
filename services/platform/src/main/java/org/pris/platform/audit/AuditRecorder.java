package org.pris.platform.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.pris.platform.Ids;
import org.pris.platform.audit.AuditRecord.Outcome;

/**
 * Makes records of requests. Within a minute one is enough for the same person, case and kind of
 * request: a page that asks every few seconds floods nothing. Each change by an administrator is
 * one of its own.
 */
final class AuditRecorder {

  /** What this instance kept in a minute: a repeat then costs not even a question. */
  private record Minute(Instant start, Set<List<Object>> kept) {}

  private static final int REMEMBERED = 10_000;

  private final Audit audit;
  private final AuditedCases cases;
  private final Clock clock;
  private volatile Minute last = new Minute(Instant.EPOCH, Set.of());

  AuditRecorder(Audit audit, AuditedCases cases, Clock clock) {
    this.audit = audit;
    this.cases = cases;
    this.clock = clock;
  }

  /** A change that is about to be tried. */
  void announce(AuditedRequest request) {
    var id = request.id();
    var caseId = id == null ? null : cases.named(id).orElse(null);
    var now = clock.instant();
    audit.keep(request.record(UUID.randomUUID(), caseId, Outcome.ASKED, now));
  }

  /** What came of a request, where it is of a case. */
  void keep(AuditedRequest request, Outcome outcome) {
    var id = request.id();
    var now = clock.instant();
    var minute = minute(now.truncatedTo(ChronoUnit.MINUTES));
    var same = List.of(request.kind(), outcome, String.valueOf(id));
    if (id == null || minute.kept().contains(same)) {
      return;
    }
    cases
        .named(id)
        .ifPresent(it -> {
          var key = Ids.of("audit", request.kind(), outcome, it, minute.start());
          audit.keep(request.record(key, it, outcome, now));
          if (minute.kept().size() < REMEMBERED) {
            minute.kept().add(same);
          }
        });
  }

  private Minute minute(Instant start) {
    var known = last;
    if (!known.start().equals(start)) {
      known = new Minute(start, ConcurrentHashMap.newKeySet());
      last = known;
    }
    return known;
  }
}
