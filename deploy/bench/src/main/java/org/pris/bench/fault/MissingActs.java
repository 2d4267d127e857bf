package org.pris.bench.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pris.bench.fault.act.Load;
import org.pris.bench.fault.act.RequiredActs;

/** What a run was to do and did not: the less it did, the less says that nothing was found. */
final class MissingActs {

  private static final Set<String> AWAY = Set.of("kafka", "keycloak", "mongodb");

  private final FaultReport report;

  private final List<String> lines = new ArrayList<>();

  private MissingActs(FaultReport report) {
    this.report = report;
  }

  /** A plain line for each; empty where all was done. */
  static List<String> of(FaultReport report) {
    var it = new MissingActs(report);
    it.time();
    it.declarations();
    it.people();
    it.acts();
    it.faults();
    return List.copyOf(it.lines);
  }

  private void time() {
    if (!report.inTime()) {
      lines.add("the run was ended by its time limit");
    }
  }

  private void declarations() {
    var asked = report.options().declarations();
    var answered = report.counts().getOrDefault("answered 201", 0L);
    if (answered < asked) {
      lines.add("%d of %d declarations were answered 201".formatted(answered, asked));
    }
  }

  private void people() {
    report.answers().keySet().stream().filter(it -> it.startsWith(Load.LOST)).forEach(lines::add);
  }

  private void acts() {
    var answers = report.answers();
    lines.addAll(
        RequiredActs.missing(report.options().declarations(), it -> answers.getOrDefault(it, 0L)));
  }

  private void faults() {
    var options = report.options();
    if (report.processes().isEmpty()) {
      lines.add("there was no process to disturb");
    }
    for (var it : report.processes()) {
      fewer(it.name(), "killed", it.kills(), options.kills());
      fewer(it.name(), "stopped", it.pauses(), options.pauses());
      if (options.outages() && AWAY.contains(it.name())) {
        fewer(it.name(), "away", it.outages(), 1);
      }
      if (it.diedAtWork() > 0) {
        lines.add("%s: died %d times at work, unprovoked".formatted(it.name(), it.diedAtWork()));
      }
    }
  }

  private void fewer(String name, String what, long done, int asked) {
    if (done < asked) {
      lines.add("%s: %s %d times of %d".formatted(name, what, done, asked));
    }
  }
}
