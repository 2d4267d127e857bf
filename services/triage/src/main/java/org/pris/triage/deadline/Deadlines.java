package org.pris.triage.deadline;

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
import org.springframework.stereotype.Component;

/** Lays out the clocks of a case and holds them to what is known; pure but for its regimes. */
@Component
public class Deadlines {

  private final Regimes regimes;

  public Deadlines(Regimes regimes) {
    this.regimes = regimes;
  }

  /**
   * Every clock of the case, as its facts now ask for; what somebody settled stays. The clocks of a
   * case that ended stand still.
   */
  public List<CaseDeadline> reviewed(DeadlineSubject theCase) {
    if (!theCase.isOpen()) {
      return theCase.deadlines();
    }
    var reviewed = new ArrayList<CaseDeadline>();
    for (var site : theCase.establishments()) {
      for (var regime : regimes.all()) {
        var before = find(theCase.deadlines(), site, regime.code());
        reviewed(theCase, site, regime, before.orElse(null)).ifPresent(reviewed::add);
      }
    }
    return List.copyOf(reviewed);
  }

  private Optional<CaseDeadline> reviewed(
      DeadlineSubject theCase, String site, Regime regime, @Nullable CaseDeadline before) {
    var start = start(theCase, site, regime);
    if (before != null && before.isFinal()) {
      return Optional.of(moved(theCase, site, regime, start, before));
    }
    var said = before != null && before.isDecided() ? before : null; // that it runs
    var applies = said != null ? Answer.YES : regime.applies(theCase.facts(site));
    if (before == null && (start == null || applies == Answer.NO)) {
      return Optional.empty();
    }
    var reported = regime.metByDeclaration() ? theCase.nationalReport(site) : null;
    var deadline = laid(theCase, site, regime, start, status(applies), before);
    if (reported != null) {
      var met = settled(deadline, MET, reported.at(), reported.reference());
      return Optional.of(new CaseDeadline(met, false, null, null));
    }
    return Optional.of(
        said == null
            ? new CaseDeadline(deadline, false, null, null)
            : new CaseDeadline(deadline, said.partial(), said.reason(), said.by()));
  }

  /** A start that is learnt after the settlement counts too, unless the duty was met before it. */
  private static CaseDeadline moved(
      DeadlineSubject theCase,
      String site,
      Regime regime,
      @Nullable Instant start,
      CaseDeadline before) {
    var it = before.deadline();
    if (start == null || start.equals(it.t0()) || (it.at() != null && start.isAfter(it.at()))) {
      return before;
    }
    var moved = laid(theCase, site, regime, start, it.status(), before);
    return new CaseDeadline(
        settled(moved, it.status(), it.at(), it.reference()),
        before.partial(),
        before.reason(),
        before.by());
  }

  private static Regime.Span due(DeadlineSubject theCase, Regime regime) {
    return regime.due(theCase.isMajor());
  }

  private static Deadline laid(
      DeadlineSubject theCase,
      String site,
      Regime regime,
      @Nullable Instant start,
      DeadlineStatus status,
      @Nullable CaseDeadline before) {
    return new Deadline(
        site,
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

  private static int revision(@Nullable CaseDeadline before, @Nullable Instant start) {
    if (before == null) {
      return 1;
    }
    var it = before.deadline();
    return Objects.equals(it.t0(), start) ? it.t0Revision() : it.t0Revision() + 1;
  }

  private static @Nullable Instant start(DeadlineSubject theCase, String site, Regime regime) {
    return switch (regime.start()) {
      case OPENING -> theCase.learntAt(site);
      case DISCOVERY -> theCase.noticedAt(site);
      case BREACH_AWARENESS -> aware(theCase.breachKnownAt(), theCase.noticedAt(site));
      case FULFILMENT -> fulfilment(theCase, site, regime);
    };
  }

  /** Nobody is aware of a breach before the incident; until it is known, the discovery counts. */
  private static Instant aware(@Nullable Instant breach, Instant discovery) {
    return breach == null || breach.isBefore(discovery) ? discovery : breach;
  }

  private static @Nullable Instant fulfilment(DeadlineSubject theCase, String site, Regime regime) {
    return Optional.ofNullable(regime.after())
        .flatMap(it -> find(theCase.deadlines(), site, it))
        .filter(CaseDeadline::isFulfilled)
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
  public static List<CaseDeadline> joined(List<CaseDeadline> own, List<CaseDeadline> said) {
    return with(
        own,
        said,
        (mine, its) -> its.isFulfilled() && !mine.status().isSettled() ? mine.saying(its) : mine);
  }

  /** What was said elsewhere in place of what was said here. */
  public static List<CaseDeadline> replaced(List<CaseDeadline> own, List<CaseDeadline> said) {
    return with(own, said, CaseDeadline::saying);
  }

  private static List<CaseDeadline> with(
      List<CaseDeadline> own, List<CaseDeadline> said, BinaryOperator<CaseDeadline> together) {
    var mine =
        own.stream().map(it -> same(said, it).map(its -> together.apply(it, its)).orElse(it));
    return Stream.concat(mine, said.stream().filter(it -> same(own, it).isEmpty())).toList();
  }

  private static Optional<CaseDeadline> same(List<CaseDeadline> all, CaseDeadline as) {
    return find(all, as.deadline().establishment(), as.deadline().regime());
  }

  public static Deadline settled(
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

  public static Optional<CaseDeadline> find(
      List<CaseDeadline> all, String establishment, String regime) {
    return all.stream().filter(it -> it.isOf(establishment, regime)).findFirst();
  }
}
