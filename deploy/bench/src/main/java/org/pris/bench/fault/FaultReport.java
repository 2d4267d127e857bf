package org.pris.bench.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run did and what it found.
 *
 * @param environment machine, Java, MongoDB
 * @param seconds of each part of the run
 * @param answers what clients counted
 * @param counts what was there in the end
 * @param processes what each of them went through
 * @param quiet whether all came to rest before the invariants were checked
 */
record FaultReport(
    Instant at,
    FaultOptions options,
    Map<String, String> environment,
    Map<String, Double> seconds,
    Map<String, Long> answers,
    Map<String, Long> counts,
    List<Disturbed> processes,
    boolean quiet,
    List<Violation> violations) {

  /** How many of each kind, and how long until it was ready again. */
  record Disturbed(
      String name,
      long kills,
      long pauses,
      long outages,
      double readyMedian,
      double readyLongest) {}

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  boolean holds() {
    return quiet && violations.isEmpty();
  }

  /** Writes {@code report.json} and {@code report.md}. */
  void write(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("report.json"), JSON.writeValueAsString(this));
      Files.writeString(folder.resolve("report.md"), text());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add("# Fault run of " + at);
    lines.add("");
    lines.add(
        holds()
            ? "All five invariants hold."
            : "**%d violations%s**"
                .formatted(violations.size(), quiet ? "" : ", and it did not come to rest"));
    lines.add("");
    environment.forEach((what, is) -> lines.add("- " + what + ": " + is));
    lines.add("- asked for: " + options);
    seconds.forEach((what, took) -> lines.add("- %s: %.0f s".formatted(what, took)));
    lines.add("");
    table(lines, "what was there in the end", counts);
    table(lines, "what clients were answered", answers);
    lines.add("| process | kills | pauses | outages | ready again after, median | longest |");
    lines.add("|---|---|---|---|---|---|");
    for (var it : processes) {
      lines.add(
          "| %s | %d | %d | %d | %.1f s | %.1f s |"
              .formatted(
                  it.name(),
                  it.kills(),
                  it.pauses(),
                  it.outages(),
                  it.readyMedian(),
                  it.readyLongest()));
    }
    if (!violations.isEmpty()) {
      lines.add("");
      lines.add("## Violations");
      violations.stream().limit(500).forEach(it -> lines.add("- " + it));
    }
    return String.join("\n", lines) + "\n";
  }

  private static void table(List<String> lines, String title, Map<String, Long> rows) {
    lines.add("| " + title + " | |");
    lines.add("|---|---|");
    rows.forEach((what, count) -> lines.add("| %s | %d |".formatted(what, count)));
    lines.add("");
  }
}
