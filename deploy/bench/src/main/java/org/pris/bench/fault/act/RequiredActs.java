package org.pris.bench.fault.act;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The kinds of acts that a run has to do, as clients count them, and how many of each at least. */
public final class RequiredActs {

  /** Counted beside the engagement itself. */
  static final String AGAIN = "engaged again";

  /** One for each hundred declarations. */
  private static final List<String> OFTEN =
      List.of(
          "take",
          "qualify",
          "engage",
          "task start",
          "task complete",
          "note",
          "complement",
          "monitor",
          "report",
          "deadline",
          "close");

  /** One for each five hundred. */
  private static final List<String> SELDOM =
      List.of(
          "merge", "reopen", PowerLosses.KIND, PoisonedRecords.REPLAYED, PoisonedRecords.DISCARDED);

  /** A run with fewer declarations is a trial: it may end before a case is closed. */
  private static final int FEW = 40;

  private RequiredActs() {}

  /**
   * A line for each kind that was done too rarely.
   *
   * @param done how often one was
   */
  public static List<String> missing(int declarations, ToLongFunction<String> done) {
    return least(declarations).entrySet().stream()
        .filter(it -> done.applyAsLong(it.getKey()) < it.getValue())
        .map(it ->
            "%s: done %d times, at least %d are asked for"
                .formatted(it.getKey(), done.applyAsLong(it.getKey()), it.getValue()))
        .toList();
  }

  public static Map<String, Long> least(int declarations) {
    var atLeast = declarations < FEW ? 0L : 1L;
    Map<String, Long> least = new LinkedHashMap<>();
    OFTEN.forEach(it -> least.put(it, Math.max(atLeast, declarations / 100L)));
    SELDOM.forEach(it -> least.put(it, Math.max(atLeast, declarations / 500L)));
    least.put(AGAIN, declarations / 500L); // two minutes may be too short for it
    return least;
  }
}
