package org.pris.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pris.bench.fault.act.RequiredActs;
import org.pris.bench.fault.chaos.Disruption;
import org.pris.bench.fault.chaos.FaultOptions;

@DisplayName("A fault run holds")
class FaultReportTest {

  private final Map<String, Long> answers = new HashMap<>(RequiredActs.least(1_000));

  private long answered = 1_000;

  private Disruption process = new Disruption("triage", 20, 2, 0, 3, 0, 30, 60);

  private boolean inTime = true;

  private boolean quiet = true;

  private String more = "";

  private FaultReport report() {
    var options = "--declarations 1000 --kills 20 --pauses 2" + more;
    return new FaultReport(
        Instant.EPOCH,
        FaultOptions.parse(options.split(" ")),
        Map.of(),
        Map.of(),
        answers,
        Map.of("answered 201", answered),
        List.of(process),
        inTime,
        quiet,
        List.of());
  }

  @Test
  @DisplayName("when all that was asked for was done, and the invariants hold")
  void holds() {
    assertThat(report().undone()).isEmpty();
    assertThat(report().holds()).isTrue();
    assertThat(report().text()).contains("All six invariants hold").doesNotContain("Not done");
  }

  @Test
  @DisplayName("not when fewer declarations were accepted than asked for")
  void fewerDeclarations() {
    answered = 999;
    fails("999 of 1000 declarations were answered 201");
  }

  @Test
  @DisplayName("not when a process was killed less often")
  void fewerKills() {
    process = new Disruption("triage", 19, 2, 0, 3, 0, 30, 60);
    fails("triage: killed 19 times of 20");
  }

  @Test
  @DisplayName("not when a process was stopped less often")
  void fewerPauses() {
    process = new Disruption("triage", 20, 1, 0, 3, 0, 30, 60);
    fails("triage: stopped 1 times of 2");
  }

  @Test
  @DisplayName("not when an outage was left out")
  void noOutage() {
    process = new Disruption("kafka", 20, 2, 0, 0, 0, 30, 60);
    more = " --outages";
    fails("kafka: away 0 times of 1");
  }

  @Test
  @DisplayName("not when a process died at work, unprovoked; one may die in the middle of a start")
  void died() {
    process = new Disruption("triage", 20, 2, 0, 3, 1, 30, 60);
    fails("triage: died 1 times at work, unprovoked");
  }

  @Test
  @DisplayName("not when somebody was lost by an exception")
  void lost() {
    answers.put("person lost: java.lang.IllegalStateException", 1L);
    fails("person lost: java.lang.IllegalStateException");
  }

  @Test
  @DisplayName("not when it was ended by its time limit")
  void tooLong() {
    inTime = false;
    fails("the run was ended by its time limit");
  }

  @Test
  @DisplayName("not when cases were hardly ever closed")
  void fewActs() {
    answers.put("close", 9L);
    fails("close: done 9 times, at least 10 are asked for");
  }

  @Test
  @DisplayName("not when it did not come to rest")
  void noRest() {
    quiet = false;
    assertThat(report().holds()).isFalse();
    assertThat(report().text()).contains("did not come to rest");
  }

  @Test
  @DisplayName("and says in both its forms what was not done")
  void written(@TempDir Path folder) throws Exception {
    answered = 3;
    report().write(folder);
    var line = "3 of 1000 declarations were answered 201";
    assertThat(Files.readString(folder.resolve("report.md"))).contains("## Not done\n- " + line);
    assertThat(Files.readString(folder.resolve("report.json"))).contains("\"" + line + "\"");
  }

  private void fails(String line) {
    assertThat(report().undone()).containsExactly(line);
    assertThat(report().holds()).isFalse();
    assertThat(report().text()).contains(line).doesNotContain("All six invariants hold");
  }
}
