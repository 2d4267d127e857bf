package org.pris.bench.fault.chaos;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pris.local.process.StartFailed;

/**
 * What was asked for on the command line.
 *
 * @param kills at least so many of each process
 * @param pauses of each process
 * @param pauseSeconds how long one is stopped
 * @param longPauseSeconds how long triage is, the first time; 0: as any other
 * @param rate declarations a second, at most
 * @param acts of other kinds for each declaration
 * @param every seconds between two faults of one process, more or less
 * @param atOnce processes that are down or stopped at the same time
 * @param outages whether Kafka, MongoDB and Keycloak are also away for minutes
 * @param mongo which MongoDB, as the runner takes it
 */
public record FaultOptions(
    int declarations,
    int kills,
    int pauses,
    int pauseSeconds,
    int longPauseSeconds,
    double rate,
    double acts,
    double every,
    int atOnce,
    int instances,
    long seed,
    boolean outages,
    double outageMinutes,
    String mongo,
    @Nullable String only) {

  static final FaultOptions DEFAULTS =
      new FaultOptions(10_000, 20, 2, 30, 0, 15, 1, 40, 4, 1, 1, false, 10, "embedded", null);

  static final String HELP =
      """
      deploy/bench/faults [options]

      Starts the whole system on free ports, works on it, kills and stops its processes at random
      moments, then checks six invariants from outside. Its report: deploy/bench/target/faults.

        --declarations N     how many are declared (10000)
        --kills N            of each process, at least (20)
        --pauses N           of each process (2), for --pause-seconds S (30)
        --long-pause-seconds S  of triage, the first time: where all others are shorter than what
                             a consumer may stay away, one is longer (0: as the others)
        --rate N             declarations a second at most (15)
        --acts N             other acts for each declaration (1)
        --every S            seconds between two faults of one process, more or less (40)
        --at-once N          processes that are away at the same time (4)
        --instances 1|2      of each service (1)
        --outages            also: Kafka away 10 min, Keycloak 10 min, MongoDB 1 min;
                             --outage-minutes M for another length of the first two
        --only NAME          faults of this process alone
        --seed N             draws the same again (1)
        --mongo WHICH        embedded, fetched, PATH or URI, as deploy/local/start (embedded)
      """;

  private static final Set<String> KNOWN =
      HELP.lines()
          .flatMap(it -> Stream.of(it.strip().split("[ ;]", -1)))
          .filter(it -> it.startsWith("--"))
          .collect(Collectors.toSet());

  public static FaultOptions parse(String... arguments) {
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    var it = DEFAULTS;
    while (!rest.isEmpty()) {
      var option = rest.remove();
      if (!KNOWN.contains(option)) {
        throw new StartFailed("Unknown option " + option + "\n\n" + HELP);
      } else if (option.equals("--outages")) {
        it = it.with(option, "");
      } else if (rest.isEmpty()) {
        throw new StartFailed(option + " needs a value\n\n" + HELP);
      } else {
        it = it.with(option, rest.remove());
      }
    }
    return it;
  }

  private FaultOptions with(String option, String value) {
    try {
      return new FaultOptions(
          option.equals("--declarations") ? Integer.parseInt(value) : declarations,
          option.equals("--kills") ? Integer.parseInt(value) : kills,
          option.equals("--pauses") ? Integer.parseInt(value) : pauses,
          option.equals("--pause-seconds") ? Integer.parseInt(value) : pauseSeconds,
          option.equals("--long-pause-seconds") ? Integer.parseInt(value) : longPauseSeconds,
          option.equals("--rate") ? Double.parseDouble(value) : rate,
          option.equals("--acts") ? Double.parseDouble(value) : acts,
          option.equals("--every") ? Double.parseDouble(value) : every,
          option.equals("--at-once") ? Integer.parseInt(value) : atOnce,
          option.equals("--instances") ? Integer.parseInt(value) : instances,
          option.equals("--seed") ? Long.parseLong(value) : seed,
          outages || option.equals("--outages"),
          option.equals("--outage-minutes") ? Double.parseDouble(value) : outageMinutes,
          option.equals("--mongo") ? value : mongo,
          option.equals("--only") ? value : only);
    } catch (NumberFormatException e) {
      throw new StartFailed(option + " needs a number, not " + value, e);
    }
  }
}
