package org.pris.triage;

import static org.pris.contracts.DeadlineStatus.MET;
import static org.pris.contracts.DeadlineStatus.MET_LATE;
import static org.pris.contracts.DeadlineStatus.NOT_APPLICABLE;
import static org.pris.contracts.DeadlineStatus.RUNNING;
import static org.pris.contracts.DeadlineStatus.TO_ASSESS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Answer;
import org.pris.contracts.Deadline;
import org.pris.contracts.DeadlineStatus;
import org.pris.contracts.Severity;
import org.springframework.stereotype.Component;

/** Lays out the clocks of a case and holds them to what is known; pure but for its regimes. */
@Component
class Deadlines {

  private final Regimes regimes;

  Deadlines(Regimes regimes) {
    this.regimes = regimes;
  }

  /** Every clock of the case, as its facts now ask for; what somebody decided stays. */
  List<WatchedDeadline> reviewed(Case theCase) {
    var reviewed = new ArrayList<WatchedDeadline>();
    for (var site : theCase.affected()) {
      for (var regime : regimes.all()) {
        var before = find(theCase.deadlines(), site.finess(), regime.code());
        reviewed(theCase, site, regime, before.orElse(null)).ifPresent(reviewed::add);
      }
    }
    return List.copyOf(reviewed);
  }

  /** A clock whose start is another's fulfilment starts with it. */
  private Optional<WatchedDeadline> reviewed(
      Case theCase, AffectedSite site, Regime regime, @Nullable WatchedDeadline before) {
    if (before != null && before.isDecided()) {
      return Optional.of(before);
    }
    var start =
        before != null && before.deadline().t0() != null && regime.after() == null
            ? before.deadline().t0()
            : start(theCase, site, regime);
    var applies = regime.applies(ClockFacts.of(theCase, site));
    if (before == null && (start == null || applies == Answer.NO)) {
      return Optional.empty();
    }
    var reported = regime.metByDeclaration() ? ClockFacts.nationalReport(theCase, site) : null;
    var deadline = laid(theCase, site, regime, start, status(applies), before);
    if (reported != null) {
      var met = settled(deadline, MET, reported.at(), reported.reference());
      return Optional.of(new WatchedDeadline(met, false, null, null));
    }
    return Optional.of(new WatchedDeadline(deadline, false, null, null));
  }

  private static Deadline laid(
      Case theCase,
      AffectedSite site,
      Regime regime,
      @Nullable Instant start,
      DeadlineStatus status,
      @Nullable WatchedDeadline before) {
    var major = theCase.assessment().weight().atLeast(Severity.MAJOR);
    return new Deadline(
        site.finess(),
        regime.code(),
        regime.kind(),
        regime.withoutDelay(),
        status,
        start,
        before == null ? 1 : before.deadline().t0Revision(),
        start == null ? null : regime.due(major).from(start),
        null,
        null);
  }

  private static @Nullable Instant start(Case theCase, AffectedSite site, Regime regime) {
    return switch (regime.start()) {
      case OPENING -> site.addedAt();
      case DISCOVERY, BREACH_AWARENESS -> site.since();
      case FULFILMENT -> fulfilment(theCase, site, regime);
    };
  }

  private static @Nullable Instant fulfilment(Case theCase, AffectedSite site, Regime regime) {
    return Optional.ofNullable(regime.after())
        .flatMap(it -> find(theCase.deadlines(), site.finess(), it))
        .filter(it -> it.status() == MET || it.status() == MET_LATE)
        .map(it -> it.deadline().at())
        .orElse(null);
  }

  private static DeadlineStatus status(Answer applies) {
    return switch (applies) {
      case YES -> RUNNING;
      case NO -> NOT_APPLICABLE;
      case UNKNOWN -> TO_ASSESS;
    };
  }

  /** The clocks of a case that takes in another: of two for the same, the earlier start. */
  List<WatchedDeadline> joined(List<WatchedDeadline> own, List<WatchedDeadline> source) {
    var joined = new ArrayList<WatchedDeadline>();
    for (var mine : own) {
      var theirs = find(source, mine.deadline().establishment(), mine.deadline().regime());
      joined.add(theirs.map(it -> joined(mine, it)).orElse(mine));
    }
    source.stream()
        .filter(it -> find(own, it.deadline().establishment(), it.deadline().regime()).isEmpty())
        .forEach(joined::add);
    return List.copyOf(joined);
  }

  private WatchedDeadline joined(WatchedDeadline mine, WatchedDeadline theirs) {
    var fulfilled = theirs.status() == MET || theirs.status() == MET_LATE;
    if (fulfilled && !mine.status().isSettled()) {
      return theirs; // the duty was met while the two were thought to be two
    }
    var earlier = theirs.deadline().t0();
    var start = mine.deadline().t0();
    if (earlier == null || (start != null && !earlier.isBefore(start))) {
      return mine;
    }
    var it = mine.deadline();
    var due = regimes.find(it.regime()).map(regime -> regime.due(false).from(earlier));
    var moved =
        new Deadline(
            it.establishment(),
            it.regime(),
            it.kind(),
            it.withoutDelay(),
            it.status(),
            earlier,
            it.t0Revision() + 1,
            due.orElse(it.dueAt()),
            it.at(),
            it.reference());
    return new WatchedDeadline(moved, mine.partial(), mine.reason(), mine.by());
  }

  static Deadline settled(
      Deadline it, DeadlineStatus status, @Nullable Instant at, @Nullable String reference) {
    return new Deadline(
        it.establishment(),
        it.regime(),
        it.kind(),
        it.withoutDelay(),
        status,
        it.t0(),
        it.t0Revision(),
        it.dueAt(),
        at,
        reference);
  }

  static Optional<WatchedDeadline> find(
      List<WatchedDeadline> all, String establishment, String regime) {
    return all.stream().filter(it -> it.isOf(establishment, regime)).findFirst();
  }
}
