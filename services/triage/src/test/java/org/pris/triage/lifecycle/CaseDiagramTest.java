package org.pris.triage.lifecycle;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.triage.command.CaseAction;

@DisplayName("The diagram in docs/case-states.md")
class CaseDiagramTest {

  private static final Path KEPT = Path.of("../../docs/case-states.md");
  private static final Path GENERATED = Path.of("target/case-states.md");

  @Test
  @DisplayName("is what the machine says; where it is not, the right one is in target")
  void isGenerated() throws IOException {
    var generated = page();
    Files.writeString(GENERATED, generated);
    assertThat(KEPT).content().isEqualTo(generated);
  }

  private static String page() {
    return """
    # States of a case

    Generated from `CaseTable` of triage; a test compares.

    Every open state but ON_HOLD may be held, and a case on hold resumes where it was held from; no clock stops meanwhile.

    ```mermaid
    stateDiagram-v2
        [*] --> RECEIVED
    %s
    ```

    | from | action | to | who | guards |
    |---|---|---|---|---|
    %s
    """
        .formatted(
            drawn().map(CaseDiagramTest::arrow).distinct().collect(joining("\n")),
            CaseTable.ROWS.stream().map(CaseDiagramTest::line).collect(joining("\n")));
  }

  /** Holding from everywhere would hide all else. */
  private static Stream<TransitionRow> drawn() {
    return CaseTable.ROWS.stream()
        .filter(it -> it.action() != CaseAction.HOLD && it.action() != CaseAction.RESUME);
  }

  private static String arrow(TransitionRow row) {
    return "    %s --> %s: %s".formatted(row.from(), row.to(), row.action().word());
  }

  private static String line(TransitionRow row) {
    var guards =
        row.rules().stream().map(it -> it.name() + (it.waivable() ? " (or a waiver)" : ""));
    var who = row.unlessLead() == null ? row.who() : "LEAD; RESPONDER: " + row.unlessLead().name();
    return "| %s | %s | %s | %s | %s |"
        .formatted(row.from(), row.action().word(), row.to(), who, guards.collect(joining("; ")));
  }
}
