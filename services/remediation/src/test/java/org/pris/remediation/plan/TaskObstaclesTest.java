package org.pris.remediation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.remediation.plan.Work.BY;
import static org.pris.remediation.plan.Work.NOW;

import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.contracts.TaskStatus;
import org.pris.platform.problem.Reason;
import org.pris.remediation.plan.TaskCommand.Complete;
import org.pris.remediation.plan.TaskCommand.Start;
import org.pris.remediation.plan.TaskCommand.Waive;

@DisplayName("A task")
class TaskObstaclesTest {

  final Work work = new Work();

  @Test
  @DisplayName("waits for the tasks that it depends on")
  void dependency() {
    assertThat(work.refusal("scope", new Start(1L)))
        .containsExactly(
            new Reason("DEPENDENCY_OPEN", "missing", List.of(work.task("confirm").id())));

    work.does("confirm", new Complete(1L, null));
    work.does("scope", new Start(1L));
    assertThat(work.task("scope").status()).isEqualTo(TaskStatus.IN_PROGRESS);
  }

  @Test
  @DisplayName("behind a gate is neither started nor done, and is told what the gate lacks")
  void gate() {
    var codes = work.refusal("reopen-internet", new Start(1L));

    assertThat(codes).extracting(Reason::code).containsExactly("GATE_CLOSED");
    assertThat(codes.getFirst().parameters().get("gate")).isEqualTo("internet");
    assertThat(codes.getFirst().parameters().get("missing"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(6);
    assertThat(work.refusal("reopen-internet", new Complete(1L, null))).isEqualTo(codes);
  }

  @Test
  @DisplayName("passes the gate once all that it needs is done or waived")
  void gateOpens() {
    for (var key : List.of("protect-backups", "preserve-directory", "vital-hosts-offline")) {
      work.does(key, new Complete(1L, null));
    }
    work.does("isolate-internet", new Complete(1L, "07 h 12, règles copiées"));
    work.does("isolate-infected", new Complete(1L, null));
    work.does("neutralise-accounts", new Waive(1L, "Aucun compte suspect"));

    work.does("reopen-internet", new Start(1L));

    assertThat(work.task("reopen-internet").status()).isEqualTo(TaskStatus.IN_PROGRESS);
  }

  @Test
  @DisplayName("tells every reason at once")
  void everyReason() {
    assertThat(work.refusal("renew-secrets", new Complete(1L, " ")))
        .extracting(Reason::code)
        .containsExactly("DEPENDENCY_OPEN", "GATE_CLOSED", "EVIDENCE_MISSING");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  @DisplayName("that needs evidence is not done without a note of it")
  void evidence(String note) {
    assertThat(work.refusal("export-logs", new Complete(1L, note)))
        .containsExactly(new Reason("EVIDENCE_MISSING"));

    work.does("export-logs", new Complete(1L, "SHA-256 relevés"));
    assertThat(work.task("export-logs").last()).isEqualTo(new Task.Act(BY, NOW, "SHA-256 relevés"));
  }
}
