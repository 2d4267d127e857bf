package org.pris.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A process that is started again when it dies, however it died, until it is told to stop. */
public final class SupervisedProcess {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Program program;

  private final Path log;

  private final ProcessIds pids;

  private final Consumer<String> console;

  private final AtomicInteger restarts = new AtomicInteger();

  private volatile @Nullable Process process;

  private volatile boolean stopping;

  private volatile boolean held;

  /** Whether the last end was asked for: such an end says nothing of the program. */
  private volatile boolean killed;

  private volatile boolean everReady;

  public SupervisedProcess(Program program, Path log, ProcessIds pids, Consumer<String> console) {
    this.program = program;
    this.log = log;
    this.pids = pids;
    this.console = console;
  }

  public String name() {
    return program.name();
  }

  public int restarts() {
    return restarts.get();
  }

  public long pid() {
    var running = process;
    return running == null ? -1 : running.pid();
  }

  public void start() {
    spawn();
    Thread.ofVirtual().name("watch-" + name()).start(this::watch);
  }

  /** Started through a shell that ignores Ctrl-C for it: the runner stops it, in its own order. */
  private synchronized void spawn() {
    if (stopping) {
      return;
    }
    var command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
    command.addAll(program.command());
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("MALLOC_ARENA_MAX", "2"); // glibc: much memory for little speed
    builder.environment().putAll(program.environment());
    try {
      var started = builder.start();
      process = started;
      pids.started(name(), started.toHandle());
    } catch (IOException e) {
      throw new StartFailed(name() + " cannot be started: " + e.getMessage(), e);
    }
  }

  private void watch() {
    var quickDeaths = 0;
    while (!stopping) {
      var began = Instant.now();
      var code = waitForEnd();
      if (stopping || !pause(Duration.ofMillis(700))) {
        return; // the signal that ended it was for all of us
      }
      var lived = Duration.between(began, Instant.now());
      quickDeaths = !killed && lived.compareTo(LONGEST_PAUSE) < 0 ? quickDeaths + 1 : 0;
      killed = false;
      if (!everReady && quickDeaths >= 3) {
        console.accept(name() + " does not start. The end of " + log + ":\n" + lastLines());
        stopping = true;
        return;
      }
      console.accept("%s died (exit code %d): starting it again".formatted(name(), code));
      if (!pause(pauseAfter(quickDeaths))) {
        return;
      }
      while (held && pause(Duration.ofMillis(100))) {
        // released, or told to stop
      }
      spawn();
      restarts.incrementAndGet();
      Thread.ofVirtual().start(this::sayWhenBack);
    }
  }

  /** Doubles with each death; the seventh has reached the longest. */
  private static Duration pauseAfter(int quickDeaths) {
    return Duration.ofMillis(Math.min(500L << Math.min(quickDeaths, 7), LONGEST_PAUSE.toMillis()));
  }

  private void sayWhenBack() {
    var since = Instant.now();
    var mine = restarts.get();
    while (!stopping && mine == restarts.get() && pause(Duration.ofMillis(200))) {
      if (isReady()) {
        var took = Duration.between(since, Instant.now()).toSeconds();
        console.accept("%s is back after %d s".formatted(name(), took));
        return;
      }
    }
  }

  private int waitForEnd() {
    var running = process;
    try {
      return running == null ? -1 : running.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  /** Blocks until it is ready. */
  public void awaitReady(Duration atMost) {
    var deadline = Instant.now().plus(atMost);
    while (!isReady()) {
      if (stopping) {
        throw new StartFailed(name() + " did not start: see " + log);
      }
      if (Instant.now().isAfter(deadline)) {
        throw new StartFailed(
            "%s is not ready after %d s. The end of %s:%n%s"
                .formatted(name(), atMost.toSeconds(), log, lastLines()));
      }
      pause(Duration.ofMillis(150));
    }
    everReady = true;
  }

  public boolean isReady() {
    return program.ready().getAsBoolean();
  }

  /** As a crash would: {@code kill -9}. */
  public void kill() {
    var running = process;
    if (running != null) {
      killed = true;
      running.destroyForcibly();
    }
  }

  /** {@code SIGSTOP}: as a machine that swaps, or a virtual machine that is moved. */
  public void pause() {
    signal("STOP");
  }

  public void resume() {
    signal("CONT");
  }

  /** Killed, and kept down until released. */
  public void hold() {
    held = true;
    kill();
  }

  public void release() {
    held = false;
  }

  private void signal(String signal) {
    try {
      var pid = Long.toString(pid());
      var code = new ProcessBuilder("kill", "-" + signal, pid).start().waitFor();
      if (code != 0) {
        console.accept("%s (%s) did not take SIG%s".formatted(name(), pid, signal));
      }
    } catch (IOException e) {
      throw new StartFailed("Cannot signal " + name(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** From now on an end is no accident. */
  public synchronized void expectEnd() {
    stopping = true;
  }

  public void stop(Duration patience) {
    expectEnd();
    var running = process;
    if (running != null) {
      ProcessIds.end(running.toHandle(), patience);
    }
  }

  private String lastLines() {
    try {
      var lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException e) {
      return "(unreadable)";
    }
  }

  /** False when it was told to stop meanwhile. */
  private boolean pause(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
      return !stopping;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
