package org.pris.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds which process has a port, as far as the system tells: for the message only. */
final class PortOwner {

  private PortOwner() {}

  /** " by …", or nothing where it cannot be known. */
  static String of(int port) {
    return fromProc(port)
        .or(() -> fromLsof(port))
        .map(it -> " by process " + it + commandOf(it))
        .orElse("");
  }

  private static String commandOf(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(it -> it.info().command())
        .map(it -> " (" + it + ")")
        .orElse("");
  }

  /** Linux: the socket's inode from the table of listeners, then the process that holds it. */
  private static Optional<Long> fromProc(int port) {
    var suffix = String.format(Locale.ROOT, ":%04X", port);
    for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      try {
        for (var line : Files.readAllLines(Path.of(table))) {
          var columns = line.strip().split("\\s+", -1);
          if (columns.length > 9 && columns[1].endsWith(suffix) && columns[3].equals("0A")) {
            return holder("socket:[" + columns[9] + "]");
          }
        }
      } catch (IOException notLinux) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<Long> holder(String socket) {
    return ProcessHandle.allProcesses()
        .filter(it -> holds(Path.of("/proc", Long.toString(it.pid()), "fd"), socket))
        .map(ProcessHandle::pid)
        .findFirst();
  }

  private static boolean holds(Path descriptors, String socket) {
    try (var all = Files.list(descriptors)) {
      return all.anyMatch(it -> socket.equals(target(it)));
    } catch (IOException notOurs) {
      return false;
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closed) {
      return "";
    }
  }

  private static Optional<Long> fromLsof(int port) {
    try {
      var lsof =
          new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var output = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      lsof.waitFor(2, TimeUnit.SECONDS);
      return output.lines().findFirst().map(Long::valueOf);
    } catch (IOException absent) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
