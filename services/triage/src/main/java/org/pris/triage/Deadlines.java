package org.pris.triage;

import static org.pris.contracts.DeadlineStatus.MET;
import static org.pris.contracts.DeadlineStatus.NOT_APPLICABLE;
import static org.pris.contracts.DeadlineStatus.RUNNING;
import static org.pris.contracts.DeadlineStatus.TO_ASSESS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
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

  /**
   * Every clock of the case, as its facts now ask for; what somebody settled stays. The clocks of a
   * case that ended stand still.
   */
  List<WatchedDeadline> reviewed(Case theCase) {
    if (!theCase.status().isOpen()) {
      return theCase.deadlines();
    }
    var reviewed = new ArrayList<WatchedDeadline>();
    for (var site : theCase.affected()) {
      for (var regime : regimes.all()) {
        var before = find(theCase.deadlines(), site.finess(), regime.code());
        reviewed(theCase, site, regime, before.orElse(null)).ifPresent(reviewed::add);
      }
    }
    return List.copyOf(reviewed);
  }

  private Optional<WatchedDeadline> reviewed(
      Case theCase, AffectedSite site, Regime regime, @Nullable WatchedDeadline before) {
    var start = start(theCase, site, regime);
    if (before != null && before.isFinal()) {
      return Optional.of(moved(theCase, site, regime, start, before));
    }
    var said = before != null && before.isDecided() ? before : null; // that it runs
    var applies = said != null ? Answer.YES : regime.applies(ClockFacts.of(theCase, site));
    if (before == null && (start == null || applies == Answer.NO)) {
      return Optional.empty();
    }
    var reported = regime.metByDeclaration() ? ClockFacts.nationalReport(theCase, site) : null;
    var deadline = laid(theCase, site, regime, start, status(applies), before);
    if (reported != null) {
      var met = settled(deadline, MET, reported.at(), reported.reference());
      return Optional.of(new WatchedDeadline(met, false, null, null));
    }
    return Optional.of(
        said == null
            ? new WatchedDeadline(deadline, false, null, null)
            : new WatchedDeadline(deadline, said.partial(), said.reason(), said.by()));
  }

  /** A start that is learnt after the settlement counts too, unless the duty was met before it. */
  private static WatchedDeadline moved(
      Case theCase,
      AffectedSite site,
      Regime regime,
      @Nullable Instant start,
      WatchedDeadline before) {
    var it = before.deadline();
    if (start == null || start.equals(it.t0()) || (it.at() != null && start.isAfter(it.at()))) {
      return before;
    }
    var moved = laid(theCase, site, regime, start, it.status(), before);
    return new WatchedDeadline(
        settled(moved, it.status(), it.at(), it.reference()),
        before.partial(),
        before.reason(),
        before.by());
  }

  private static Regime.Span due(Case theCase, Regime regime) {
    return regime.due(theCase.assessment().weight().atLeast(Severity.MAJOR));
  }

  private static Deadline laid(
      Case theCase,
      AffectedSite site,
      Regime regime,
      @Nullable Instant start,
      DeadlineStatus status,
      @Nullable WatchedDeadline before) {
    return new Deadline(
        site.finess(),
        regime.code(),
        regime.kind(),
        regime.withoutDelay(),
        status,
        start,
        revision(before, start),
        start == null ? null : due(theCase, regime).from(start),
        null,
        null);
  }

  private static int revision(@Nullable WatchedDeadline before, @Nullable Instant start) {
    if (before == null) {
      return 1;
    }
    var it = before.deadline();
    return Objects.equals(it.t0(), start) ? it.t0Revision() : it.t0Revision() + 1;
  }

  private static @Nullable Instant start(Case theCase, AffectedSite site, Regime regime) {
    return switch (regime.start()) {
      case OPENING -> ClockFacts.addedAt(theCase, site);
      case DISCOVERY -> ClockFacts.since(theCase, site);
      case BREACH_AWARENESS ->
          aware(ClockFacts.breachKnownAt(theCase), ClockFacts.since(theCase, site));
      case FULFILMENT -> fulfilment(theCase, site, regime);
    };
  }

  /** Nobody is aware of a breach before the incident; until it is known, the discovery counts. */
  private static Instant aware(@Nullable Instant breach, Instant discovery) {
    return breach == null || breach.isBefore(discovery) ? discovery : breach;
  }

  private static @Nullable Instant fulfilment(Case theCase, AffectedSite site, Regime regime) {
    return Optional.ofNullable(regime.after())
        .flatMap(it -> find(theCase.deadlines(), site.finess(), it))
        .filter(WatchedDeadline::isFulfilled)
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

  /** Of two clocks for the same duty, what fulfils it; of others, what was said of each. */
  static List<WatchedDeadline> joined(List<WatchedDeadline> own, List<WatchedDeadline> said) {
    return with(
        own,
        said,
        (mine, its) -> its.isFulfilled() && !mine.status().isSettled() ? mine.saying(its) : mine);
  }

  /** What was said elsewhere in place of what was said here. */
  static List<WatchedDeadline> replaced(List<WatchedDeadline> own, List<WatchedDeadline> said) {
    return with(own, said, WatchedDeadline::saying);
  }

  private static List<WatchedDeadline> with(
      List<WatchedDeadline> own,
      List<WatchedDeadline> said,
      BinaryOperator<WatchedDeadline> together) {
    var mine =
        own.stream().map(it -> same(said, it).map(its -> together.apply(it, its)).orElse(it));
    return Stream.concat(mine, said.stream().filter(it -> same(own, it).isEmpty())).toList();
  }

  private static Optional<WatchedDeadline> same(List<WatchedDeadline> all, WatchedDeadline as) {
    return find(all, as.deadline().establishment(), as.deadline().regime());
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
