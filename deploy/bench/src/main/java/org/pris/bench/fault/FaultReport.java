package org.pris.bench.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pris.bench.fault.chaos.Disruption;
import org.pris.bench.fault.chaos.FaultOptions;
import org.pris.bench.fault.invariant.Violation;
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
 * @param inTime whether it came to its end before its time limit
 * @param quiet whether all came to rest before the invariants were checked
 */
record FaultReport(
    Instant at,
    FaultOptions options,
    Map<String, String> environment,
    Map<String, Double> seconds,
    Map<String, Long> answers,
    Map<String, Long> counts,
    List<Disruption> processes,
    boolean inTime,
    boolean quiet,
    List<Violation> violations) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  boolean holds() {
    return quiet && violations.isEmpty() && undone().isEmpty();
  }

  /** What was asked for and not done. */
  @JsonProperty
  List<String> undone() {
    return MissingActs.of(this);
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
    lines.add(verdict());
    lines.add("");
    environment.forEach((what, is) -> lines.add("- " + what + ": " + is));
    lines.add("- asked for: " + options);
    seconds.forEach((what, took) -> lines.add("- %s: %.0f s".formatted(what, took)));
    lines.add("");
    table(lines, "what was there in the end", counts);
    table(lines, "what clients were answered", answers);
    lines.add(Disruption.HEAD);
    processes.forEach(it -> lines.add(it.row()));
    section(lines, "Not done", undone());
    section(lines, "Violations", violations);
    return String.join("\n", lines) + "\n";
  }

  private String verdict() {
    if (holds()) {
      return "All six invariants hold, and all that was asked for was done.";
    }
    List<String> wrong = new ArrayList<>();
    wrong.add(violations.size() + " violations");
    if (!quiet) {
      wrong.add("it did not come to rest");
    }
    if (!undone().isEmpty()) {
      wrong.add("not all was done that was asked for: see below");
    }
    return "**" + String.join(", ", wrong) + "**";
  }

  private static void section(List<String> lines, String title, List<?> items) {
    if (!items.isEmpty()) {
      lines.add("");
      lines.add("## " + title);
      items.stream().limit(500).forEach(it -> lines.add("- " + it));
    }
  }

  private static void table(List<String> lines, String title, Map<String, Long> rows) {
    lines.add("| " + title + " | |");
    lines.add("|---|---|");
    rows.forEach((what, count) -> lines.add("| %s | %d |".formatted(what, count)));
    lines.add("");
  }
}
