package org.pris.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A supervised process")
class SupervisedProcessTest {

  @TempDir Path folder;

  final List<String> console = new CopyOnWriteArrayList<>();

  ProcessIds pids = new ProcessIds(Path.of("unset"));

  @BeforeEach
  void pidsFile() {
    pids = new ProcessIds(folder.resolve("pids"));
  }

  SupervisedProcess process(String script) {
    var program =
        new Program(
            "sleeper",
            List.of("/bin/sh", "-c", script),
            Map.of("READY", folder.resolve("ready").toString()),
            () -> Files.exists(folder.resolve("ready")));
    return new SupervisedProcess(program, folder.resolve("log"), pids, console::add);
  }

  @Test
  @DisplayName("is started again after a kill -9, and the console says so")
  void restarted() {
    var process = process("touch \"$READY\"; exec sleep 600");
    process.start();
    process.awaitReady(Duration.ofSeconds(10));
    var first = process.pid();

    process.kill();

    await().until(() -> process.restarts() == 1 && process.pid() != first);
    await().until(() -> console.stream().anyMatch(it -> it.startsWith("sleeper is back")));
    assertThat(console.getFirst()).isEqualTo("sleeper died (exit code 137): starting it again");
    process.stop(Duration.ofSeconds(5));
    assertThat(ProcessHandle.of(process.pid())).isEmpty();
    assertThat(process.restarts()).isOne();
  }

  @Test
  @DisplayName("that is held stays down until it is released")
  void held() {
    var process = process("touch \"$READY\"; exec sleep 600");
    process.start();
    process.awaitReady(Duration.ofSeconds(10));
    var first = process.pid();

    process.hold();
    await()
        .during(Duration.ofSeconds(2))
        .until(() -> ProcessHandle.of(first).isEmpty() && process.restarts() == 0);
    process.release();

    await().until(() -> process.restarts() == 1 && process.pid() != first);
    process.stop(Duration.ofSeconds(5));
  }

  @Test
  @DisplayName("that is paused does nothing, keeps its life, and goes on when resumed")
  void paused() {
    var beats = folder.resolve("beats");
    var process = process("touch \"$READY\"; while :; do echo >> " + beats + "; sleep 0.05; done");
    process.start();
    await().until(() -> Files.exists(beats) && Files.size(beats) > 0);
    var first = process.pid();

    process.pause();
    await().during(Duration.ofMillis(700)).until(new StandsStill(beats));
    process.resume();

    var before = beats.toFile().length();
    await().until(() -> beats.toFile().length() > before);
    assertThat(process.pid()).isEqualTo(first);
    assertThat(process.restarts()).isZero();
    process.stop(Duration.ofSeconds(5));
  }

  private static final class StandsStill implements Callable<Boolean> {
    private final Path file;
    private long last = -1;

    StandsStill(Path file) {
      this.file = file;
    }

    @Override
    public Boolean call() throws Exception {
      var now = Files.size(file);
      var same = now == last;
      last = now;
      return same;
    }
  }

  @Test
  @DisplayName("is given up when it never starts, with the end of its log")
  void neverStarts() {
    var process = process("echo no database; exit 3");
    process.start();

    assertThatThrownBy(() -> process.awaitReady(Duration.ofSeconds(20)))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("sleeper did not start");
    assertThat(console.getLast()).contains("no database");
  }

  @Test
  @DisplayName("is killed where it does not end when asked to")
  void stubborn() {
    var process = process("trap '' TERM; touch \"$READY\"; while :; do sleep 0.1; done");
    process.start();
    process.awaitReady(Duration.ofSeconds(10));

    process.stop(Duration.ofMillis(300));

    assertThat(ProcessHandle.of(process.pid())).isEmpty();
  }

  @Test
  @DisplayName("left by an earlier run is ended by the next, and a stranger with its number is not")
  void leftovers() throws Exception {
    var left = new ProcessBuilder("sleep", "600").start();
    var stranger = new ProcessBuilder("sleep", "600").start();
    pids.started("left", left.toHandle());
    Files.writeString(
        folder.resolve("pids"),
        Files.readString(folder.resolve("pids"))
            + stranger.pid()
            + " 2001-01-01T00:00:00Z stranger\n");

    assertThat(new ProcessIds(folder.resolve("pids")).endLeftovers())
        .containsExactly(Long.toString(left.pid()));

    assertThat(left.waitFor()).isNotZero();
    assertThat(stranger.isAlive()).isTrue();
    stranger.destroyForcibly();
  }

  @Test
  @DisplayName("ends when its runner is killed with -9")
  void guarded() throws Exception {
    var classpath = System.getProperty("java.class.path");
    var runner =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classpath,
                Runner.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    var child = Long.parseLong(runner.inputReader().readLine());
    assertThat(ProcessHandle.of(child)).isPresent();

    runner.destroyForcibly().waitFor();

    await().atMost(Duration.ofSeconds(10)).until(() -> ProcessHandle.of(child).isEmpty());
  }

  /** A runner of one process, to be killed. */
  static final class Runner {

    static void main(String... arguments) throws Exception {
      var folder = Path.of(arguments[0]);
      var pids = new ProcessIds(folder.resolve("runner-pids"));
      pids.guard();
      var program = new Program("child", List.of("sleep", "600"), Map.of(), () -> true);
      var child = new SupervisedProcess(program, folder.resolve("child-log"), pids, _ -> {});
      child.start();
      System.out.println(child.pid());
      Thread.currentThread().join();
    }
  }
}
