package org.pris.triage.deadline;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Answer;
import org.pris.contracts.DeadlineKind;

/**
 * One row of {@code regimes.yml}: a law, a contract or an aim of ours that sets a clock.
 *
 * @param start from when it runs
 * @param after the regime whose fulfilment starts it, where {@code start} is FULFILMENT
 * @param withoutDelay the law names no hour: {@code due} is our aim
 * @param due how long after its start
 * @param dueIfMajor the same for a case that is, or is presumed, at least MAJOR
 * @param any it applies where one of these holds; empty: always
 * @param all it applies where each of these holds
 * @param metByDeclaration whether the national report that a declaration speaks of fulfils it
 */
public record Regime(
    String code,
    DeadlineKind kind,
    Start start,
    @Nullable String after,
    boolean withoutDelay,
    Span due,
    @Nullable Span dueIfMajor,
    List<Fact> any,
    List<Fact> all,
    boolean metByDeclaration) {

  public Regime {
    any = any == null ? List.of() : List.copyOf(any); // the file leaves them out
    all = all == null ? List.of() : List.copyOf(all);
  }

  /** What starts a clock. */
  enum Start {
    /** the incident was noticed */
    DISCOVERY,
    /** the breach of personal data was known; the discovery until somebody knows better */
    BREACH_AWARENESS,
    /** the case was opened, or learnt of the establishment */
    OPENING,
    /** another regime was fulfilled */
    FULFILMENT
  }

  /** What a regime asks before it applies. */
  public enum Fact {
    GRAVE,
    SIGNIFICANT,
    ESSENTIAL_SERVICES_OPERATOR,
    PERSONAL_DATA,
    HIGH_RISK,
    INSURED,
    MALICIOUS,
    NIS2_ENTITY,
    PARTIAL_NOTICE
  }

  /**
   * A length of time: calendar hours unless it says working. Months and working time are French.
   */
  public record Span(int minutes, int hours, int months, int workingMinutes, int workingDays) {

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    public Instant from(Instant start) {
      var calendar =
          start.plus(Duration.ofHours(hours)).plus(Duration.ofMinutes(minutes)).atZone(FRANCE);
      return worked(calendar.plusMonths(months)).toInstant();
    }

    /** Public holidays count as working days: a clock of ours may be early, never late. */
    private ZonedDateTime worked(ZonedDateTime start) {
      var at = start;
      for (var days = workingDays; days > 0; ) {
        at = at.plusDays(1);
        days -= isWeekend(at) ? 0 : 1;
      }
      for (var left = Duration.ofMinutes(workingMinutes); left.isPositive(); ) {
        at = opening(at);
        var today = Duration.between(at.toLocalTime(), CLOSES);
        var now = left.compareTo(today) < 0 ? left : today;
        at = at.plus(now);
        left = left.minus(now);
      }
      return at;
    }

    private static ZonedDateTime opening(ZonedDateTime at) {
      var open = at;
      if (!open.toLocalTime().isBefore(CLOSES)) {
        open = open.plusDays(1).with(OPENS);
      }
      while (isWeekend(open)) {
        open = open.plusDays(1).with(OPENS);
      }
      return open.toLocalTime().isBefore(OPENS) ? open.with(OPENS) : open;
    }

    private static boolean isWeekend(ZonedDateTime at) {
      return at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
  }

  /** Whether it applies; UNKNOWN where what is known does not yet decide it. */
  Answer applies(Map<Fact, Answer> facts) {
    if (any.isEmpty() && all.isEmpty()) {
      return Answer.YES;
    }
    var answers = (any.isEmpty() ? all : any).stream().map(it -> fact(facts, it)).toList();
    var decisive = any.isEmpty() ? Answer.NO : Answer.YES;
    if (answers.contains(decisive)) {
      return decisive;
    }
    if (answers.contains(Answer.UNKNOWN)) {
      return Answer.UNKNOWN;
    }
    return any.isEmpty() ? Answer.YES : Answer.NO;
  }

  Span due(boolean major) {
    return major && dueIfMajor != null ? dueIfMajor : due;
  }

  private static Answer fact(Map<Fact, Answer> facts, Fact fact) {
    return facts.getOrDefault(fact, Answer.UNKNOWN);
  }
}
