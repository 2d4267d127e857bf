package org.pris.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who was started, in a file: a start after a crash of the runner ends what the crash left, and
 * nothing else, for a line holds the moment of the start besides the number.
 */
public final class ProcessIds {

  private final Path file;

  private final Map<String, ProcessHandle> running = new TreeMap<>();

  private @Nullable Process guard;

  public ProcessIds(Path file) {
    this.file = file;
  }

  /** What an earlier run left: ended, and named. */
  public List<String> endLeftovers() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (var lines = Files.lines(file)) {
      var left = lines.map(ProcessIds::stillThere).flatMap(Optional::stream).toList();
      left.forEach(it -> end(it, Duration.ofSeconds(10)));
      Files.delete(file);
      return left.stream().map(it -> Long.toString(it.pid())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<ProcessHandle> stillThere(String line) {
    var columns = line.split(" ", -1);
    return columns.length != 3
        ? Optional.empty()
        : ProcessHandle.of(Long.parseLong(columns[0])).filter(it -> startOf(it).equals(columns[1]));
  }

  /**
   * Ends what is in the file when the runner has gone without doing so, also by {@code kill -9}:
   * then the pipe to this shell closes, which is all it waits for.
   */
  public void guard() throws IOException {
    var script =
        """
        trap '' INT TERM HUP
        cat > /dev/null
        left=$(cut -d ' ' -f 1 "$0" 2> /dev/null) || exit 0
        kill $left 2> /dev/null
        sleep 8
        kill -9 $left 2> /dev/null
        """;
    guard =
        new ProcessBuilder("/bin/sh", "-c", script, file.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
  }

  synchronized void started(String name, ProcessHandle process) {
    running.put(name, process);
    write();
  }

  /** After an orderly end there is nothing left to end. */
  public synchronized void allEnded() {
    try {
      Files.deleteIfExists(file);
      if (guard != null) {
        guard.getOutputStream().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write() {
    var lines = new StringBuilder();
    running.forEach((name, it) ->
        lines
            .append(it.pid())
            .append(' ')
            .append(startOf(it))
            .append(' ')
            .append(name)
            .append('\n'));
    try {
      Files.writeString(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }

  /** Asked first; after the patience is over, killed. */
  static void end(ProcessHandle process, Duration patience) {
    process.destroy();
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException e) {
      process.destroyForcibly();
      CompletableFuture.anyOf(process.onExit()).orTimeout(5, TimeUnit.SECONDS).join();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
