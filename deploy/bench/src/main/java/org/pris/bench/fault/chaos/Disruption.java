package org.pris.bench.fault.chaos;

import java.util.List;

/**
 * What a process went through, and how long until it was ready again after a kill.
 *
 * @param diedStarting ends in the middle of a start, that nobody asked for
 * @param diedAtWork ends that nobody asked for, once it was ready
 */
public record Disruption(
    String name,
    long kills,
    long pauses,
    long outages,
    long diedStarting,
    long diedAtWork,
    double readyMedian,
    double readyLongest) {

  public static final String HEAD =
      """
      | process | kills | pauses | outages | died while starting | died at work \
      | ready again after, median | longest |
      |---|---|---|---|---|---|---|---|\
      """;

  static Disruption of(String name, List<Fault> all, UnexpectedExits deaths) {
    var faults = all.stream().filter(it -> it.process().equals(name)).toList();
    var ready =
        faults.stream()
            .filter(it -> it.kind() == Fault.Kind.KILL)
            .mapToDouble(Fault::seconds)
            .sorted()
            .toArray();
    return new Disruption(
        name,
        ready.length,
        count(faults, Fault.Kind.PAUSE),
        count(faults, Fault.Kind.AWAY),
        deaths.starting(),
        deaths.atWork(),
        ready.length == 0 ? 0 : ready[ready.length / 2],
        ready.length == 0 ? 0 : ready[ready.length - 1]);
  }

  private static long count(List<Fault> faults, Fault.Kind kind) {
    return faults.stream().filter(it -> it.kind() == kind).count();
  }

  public String row() {
    return "| %s | %d | %d | %d | %d | %d | %.1f s | %.1f s |"
        .formatted(
            name, kills, pauses, outages, diedStarting, diedAtWork, readyMedian, readyLongest);
  }
}
