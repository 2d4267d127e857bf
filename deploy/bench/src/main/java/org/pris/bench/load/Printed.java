package org.pris.bench.load;

import java.util.Locale;
import java.util.stream.Collectors;
import org.pris.bench.load.measure.Measure;
import org.pris.bench.load.measure.Result;

/** A result for the console. */
final class Printed {

  private Printed() {}

  static String of(Result it) {
    var text = new StringBuilder("\n== " + it.bench() + ": " + it.title() + "\n");
    var machine = it.machine();
    line(
        text,
        "%d cores (%s), %d MB, %s, %s",
        machine.cores(),
        machine.cpu(),
        machine.memoryMb(),
        machine.kernel(),
        machine.java());
    line(text, "services: %s", machine.flags());
    line(text, "MongoDB: %s; load of the machine before: %.2f", machine.mongo(), machine.load());
    if (it.brief()) {
      line(text, "BRIEF RUN: only to see that it works");
    }
    line(
        text,
        "%-48s %7s %6s %8s %8s %8s %8s %8s %8s",
        "milliseconds",
        "count",
        "failed",
        "p50",
        "p90",
        "p95",
        "p99",
        "max",
        "per s");
    it.measures().forEach(measure -> line(text, "%s", of(measure)));
    line(text, "%-24s %8s %8s %8s", "process", "CPU s", "RSS MB", "PSS MB");
    for (var used : it.usage()) {
      line(
          text,
          "%-24s %8.1f %8.0f %8.0f",
          used.process(),
          used.cpuSeconds(),
          used.residentMb(),
          used.proportionalMb());
    }
    it.notes().forEach(note -> line(text, "- %s", note));
    return text.toString();
  }

  private static String of(Measure measure) {
    var figures = measure.figures();
    var name = (measure.limit() ? "limit: " : "") + measure.what();
    var judged =
        measure.targets().stream()
            .map(it ->
                "   %s %s %s %.0f"
                    .formatted(
                        it.isMet(figures) ? "met:" : "NOT MET:",
                        it.figure(),
                        it.least() ? ">=" : "<=",
                        it.value()))
            .collect(Collectors.joining());
    return measure.unit().equals("ms") && figures.count() != 1
        ? String.format(
                Locale.ROOT,
                "%-48s %7d %6d %8.1f %8.1f %8.1f %8.1f %8.1f %8.1f",
                name,
                figures.count(),
                figures.failed(),
                figures.p50(),
                figures.p90(),
                figures.p95(),
                figures.p99(),
                figures.max(),
                figures.perSecond())
            + judged
        : String.format(Locale.ROOT, "%-48s %7.2f %s", name, figures.p50(), measure.unit())
            + judged;
  }

  @SuppressWarnings("AnnotateFormatMethod") // that annotation would be its library's only use
  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
