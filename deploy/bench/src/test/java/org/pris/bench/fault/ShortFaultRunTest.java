package org.pris.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.bench.fault.chaos.FaultOptions;
import org.pris.local.process.Folders;

/**
 * The whole system for two minutes; the long form is {@code deploy/bench/faults}. What it left,
 * report and logs, stays in {@code target/faults-short}.
 */
@DisplayName("While every process is killed and stopped in turn")
class ShortFaultRunTest {

  private static final FaultOptions OPTIONS =
      FaultOptions.parse(
          """
          --declarations 40 --rate 4 --kills 1 --pauses 1 --pause-seconds 3 --long-pause-seconds 12
          --every 5 --at-once 3
          """
              .split("\\s+"));

  private final Path folder = Folders.thisProject().resolve("deploy/bench/target/faults-short");

  @Test
  @DisplayName("nothing accepted is lost, doubled or forged, and everything is told")
  void invariants() throws Exception {
    var report = new FaultRun(OPTIONS, folder, this::say).run();

    assertThat(report.violations()).isEmpty();
    assertThat(report.quiet()).as("came to rest").isTrue();
    assertThat(report.undone()).as("what was asked for and not done").isEmpty();
    assertThat(report.counts()).containsEntry("answered 201", 40L).containsEntry("cases", 41L);
    assertThat(report.processes())
        .hasSize(10)
        .allMatch(it -> it.kills() >= 1 && it.pauses() == 1, "killed and stopped");
  }

  private void say(String line) {
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("console.log"),
          Instant.now() + " " + line + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
