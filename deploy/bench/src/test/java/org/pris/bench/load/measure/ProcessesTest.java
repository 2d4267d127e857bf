package org.pris.bench.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisplayName("What the kernel knows of processes")
@EnabledOnOs(OS.LINUX)
class ProcessesTest {

  @Test
  @DisplayName("is their CPU time and memory, apart from all that is not ours")
  void self() {
    var processes = new Processes(Map.of("this", ProcessHandle.current().pid()));
    var before = processes.now();
    var end = System.nanoTime() + 100_000_000L;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }

    var used = processes.since(before);

    assertThat(used).extracting(Usage::process).containsExactly("this", "others on this machine");
    assertThat(used.getFirst().cpuSeconds()).isPositive();
    assertThat(used.getFirst().residentMb()).isGreaterThan(20);
    assertThat(used.getFirst().proportionalMb()).isBetween(10.0, used.getFirst().residentMb());
  }
}
